import type { AddableItems, WorkItem } from "@gantry/api-contract";
import type { LegacyItem } from "@gantry/codearts-contract";
import { mapWithLimit } from "../concurrency.ts";
import { readAllPages, type Page } from "../pages.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Reader } from "../reader.ts";
import { fromLegacyItem } from "./from-upstream-scrum.ts";
import { readScrumContext } from "./item-contexts.ts";

/** Rows that one upstream page has; our own pages are cut from these. */
const PAGE_SIZE = 100;
const DEFAULT_LIMIT = 100;
const CONCURRENT_PAGES = 4;

export type AddableRead = { known: KnownProject; planId: string; search: string | undefined };

/** Rows `cursor` to `cursor + limit` of the items that can still be linked; the cursor counts rows. */
export async function listAddableItems(
  reader: Reader,
  { cursor, limit = DEFAULT_LIMIT, ...read }: AddableRead & { cursor: string | undefined; limit: number | undefined },
): Promise<AddableItems> {
  const offset = Number(cursor ?? 0);
  const firstPage = Math.floor(offset / PAGE_SIZE) + 1;
  const lastPage = Math.floor((offset + limit - 1) / PAGE_SIZE) + 1;
  const pageNos = Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index);
  const [pages, context] = await Promise.all([
    mapWithLimit(pageNos, { limit: CONCURRENT_PAGES, run: (pageNo) => readPage(reader, { ...read, pageNo }) }),
    readScrumContext(reader, read.known),
  ]);
  const rows = pages.flatMap((page) => page.rows);
  const skipped = offset - (firstPage - 1) * PAGE_SIZE;
  const shown = rows.slice(skipped, skipped + limit);
  const reached = offset + shown.length;
  const total = pages[0]?.total ?? null;
  const hasMore = total === null ? shown.length === limit : reached < total && shown.length > 0;
  return {
    items: shown.map((item) => fromLegacyItem(item, context)),
    total: total ?? reached,
    ...(hasMore && { nextCursor: String(reached) }),
  };
}

/** Ids of all items that can still be linked, and how many of them have no dates. */
export async function listAddableIds(reader: Reader, read: AddableRead): Promise<{ ids: string[]; undated: number }> {
  const items = await readAllAddable(reader, read);
  return { ids: items.map(({ id }) => id), undated: items.filter(isUndated).length };
}

/** All items that can still be linked, read anew, in the list's order. */
export async function readAllAddable(reader: Reader, read: AddableRead): Promise<WorkItem[]> {
  const [rows, context] = await Promise.all([
    readAllPages({ readPage: (pageNo) => readPage(reader, { ...read, pageNo }), idOf: (item) => item.id }),
    readScrumContext(reader, read.known),
  ]);
  return rows.map((row) => fromLegacyItem(row, context));
}

function isUndated({ start, end }: WorkItem): boolean {
  return start === null && end === null;
}

async function readPage(
  { upstream, signal }: Reader,
  { known, planId, search, pageNo }: AddableRead & { pageNo: number },
): Promise<Page<LegacyItem>> {
  const words = search?.trim() ?? "";
  const { issues, total } = await upstream.read(
    "listAddableItems",
    { projectId: known.project.id, planId, pageNo, pageSize: PAGE_SIZE, ...(words !== "" && { search: words }) },
    { signal },
  );
  return { rows: issues, total };
}

import { mapWithLimit } from "./concurrency.ts";

/** One page of rows; `total` null where the answer has none. */
export type Page<Row> = { rows: readonly Row[]; total: number | null };

/** More rows than CodeArts allows in a project (30,000); a larger total is taken for a wrong one. */
const MAX_PAGES = 1000;
const CONCURRENT_PAGES = 4;

/**
 * Reads all pages: the first tells how many there are, the rest come side by side. Where no total is told, or it
 * proves too small, it goes on until a page brings nothing new. Rows that stand on two pages, because others moved
 * in between, are kept once.
 */
export async function readAllPages<Row>({
  readPage,
  idOf,
}: {
  /** `pageNo` from 1. */
  readPage: (pageNo: number) => Promise<Page<Row>>;
  idOf: (row: Row) => string;
}): Promise<Row[]> {
  const rows = new Map<string, Row>();
  const keep = (page: Page<Row>) => {
    const before = rows.size;
    for (const row of page.rows) rows.set(idOf(row), row);
    return rows.size > before;
  };
  const first = await readPage(1);
  keep(first);
  // The service may give shorter pages than it was asked for, so the first one's own length counts.
  const pageSize = first.rows.length;
  if (pageSize === 0) return [];
  const told = first.total === null ? 1 : Math.min(MAX_PAGES, Math.ceil(first.total / pageSize));
  const pageNos = Array.from({ length: Math.max(0, told - 1) }, (_, index) => index + 2);
  const pages = await mapWithLimit(pageNos, { limit: CONCURRENT_PAGES, run: readPage });
  for (const page of pages) keep(page);
  if (rows.size === first.total) return [...rows.values()];
  let pageNo = Math.max(1, told);
  let last = pages.at(-1) ?? first;
  while (last.rows.length >= pageSize && pageNo < MAX_PAGES) {
    pageNo += 1;
    last = await readPage(pageNo);
    if (!keep(last)) break;
  }
  return [...rows.values()];
}

import type { Status } from "@gantry/api-contract";
import { mapCategories } from "../ipd-categories.ts";
import { readAllPages } from "../pages.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import { LOOKUP_FRESH_MS, type Reader } from "../reader.ts";
import { toIpdStatuses, toScrumStatus } from "./from-upstream.ts";

const PAGE_SIZE = 100;

/** Statuses that items of a project can have. */
export async function listStatuses(reader: Reader, known: KnownProject): Promise<Status[]> {
  return known.project.kind === "ipd" ? await listIpdStatuses(reader, known) : await listScrumStatuses(reader, known);
}

async function listScrumStatuses({ upstream, signal }: Reader, { project }: KnownProject): Promise<Status[]> {
  const statuses = await readAllPages({
    readPage: async (pageNo) => {
      const page = await upstream.read(
        "listStatuses",
        { projectId: project.id, offset: (pageNo - 1) * PAGE_SIZE, limit: PAGE_SIZE },
        { signal, freshForMs: LOOKUP_FRESH_MS },
      );
      return { rows: page.issue_statuses, total: page.total };
    },
    idOf: (status) => status.status_id,
  });
  return statuses.map(toScrumStatus);
}

async function listIpdStatuses({ upstream, signal }: Reader, known: KnownProject): Promise<Status[]> {
  const lists = await mapCategories(known, async (category) => {
    const statuses = await upstream.read(
      "listIpdStatuses",
      { projectId: known.project.id, category },
      { signal, freshForMs: LOOKUP_FRESH_MS },
    );
    return { category, statuses };
  });
  return toIpdStatuses(lists);
}

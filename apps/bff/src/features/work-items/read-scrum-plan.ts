import type { WorkItem } from "@gantry/api-contract";
import { isCodeArtsError, type CodeArtsErrorKind } from "@gantry/codearts-client";
import type { LegacyItem } from "@gantry/codearts-contract";
import { readAllPages } from "../pages.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Freshness, Reader } from "../reader.ts";
import { fromLegacyItem, type ScrumItemContext } from "./from-upstream-scrum.ts";
import { readScrumContext } from "./item-contexts.ts";

/** No limit is documented for these two: v3 may ask as much as its plan list allows, v2 as much as the rest of Scrum. */
const PAGE_SIZES = { listPlanItems: 200, listPlanItemsV2: 100 } as const;

/** Failures that another dialect of the same read may not have. */
export const TRY_ELSEWHERE: readonly CodeArtsErrorKind[] = [
  "refused-before-service",
  "not-found",
  "rejected",
  "server-error",
  "bad-answer",
];

/** A plan has more items than its reader wants for now. */
export class PlanTooLargeError extends Error {}

/**
 * All items of a plan of a Scrum project, from v3, or from v2 where v3 fails.
 * Throws `PlanTooLargeError` after the first page where it has more than `atMost`.
 */
export async function readScrumPlanItems(
  reader: Reader,
  {
    known,
    planId,
    freshness,
    ...given
  }: { known: KnownProject; planId: string; freshness: Freshness; context?: ScrumItemContext; atMost?: number },
): Promise<WorkItem[]> {
  const projectId = known.project.id;
  const context = Promise.resolve(given.context ?? readScrumContext(reader, known));
  // Where the first page fails, nobody waits for it.
  context.catch(() => undefined);
  const atMost = given.atMost ?? Number.POSITIVE_INFINITY;
  const rows = await readFromEither(reader, { projectId, planId, freshness, atMost, context });
  return rows.flatMap(({ item }) => item ?? []);
}

/** Null for one that was deleted. */
type Row = { id: string; item: WorkItem | null };

type PlanRead = {
  projectId: string;
  planId: string;
  freshness: Freshness;
  atMost: number;
  context: Promise<ScrumItemContext>;
};

async function readFromEither(reader: Reader, plan: PlanRead): Promise<Row[]> {
  try {
    return await readPages(reader, { ...plan, operation: "listPlanItems" });
  } catch (error) {
    if (!isCodeArtsError(error) || !TRY_ELSEWHERE.includes(error.kind)) throw error;
    return await readPages(reader, { ...plan, operation: "listPlanItemsV2" });
  }
}

async function readPages(
  { upstream, signal }: Reader,
  { operation, projectId, planId, freshness, atMost, context }: PlanRead & { operation: keyof typeof PAGE_SIZES },
): Promise<Row[]> {
  return await readAllPages({
    readPage: async (pageNo) => {
      const args = { projectId, planId, pageNo, pageSize: PAGE_SIZES[operation] };
      const { issues, total } = await upstream.read(operation, args, { signal, ...freshness });
      if ((total ?? 0) > atMost) throw new PlanTooLargeError();
      const words = await context;
      // Page by page: thirty thousand at once would hold everything up.
      return { rows: issues.map((row) => toRow(row, words)), total };
    },
    idOf: ({ id }) => id,
  });
}

function toRow(row: LegacyItem, context: ScrumItemContext): Row {
  return { id: row.id, item: row.deleted === true ? null : fromLegacyItem(row, context) };
}

import { isCodeArtsError } from "@gantry/codearts-client";
import { readAllPages, type Page } from "../pages.ts";
import type { Reader } from "../reader.ts";
import { TRY_ELSEWHERE } from "./read-scrum-plan.ts";

type PlanAddress = { projectId: string; planId: string };
type IdPage = Page<string>;

/** Rows of the v3 list, as many as its plan list allows. */
const V3_PAGE_SIZE = 200;
/** Rows of v2 where v3 fails: as many as the rest of Scrum gives. */
const V2_PAGE_SIZE = 100;

/**
 * Ids of all items on a plan of a Scrum project, asked for anew and shared with nobody. A plan of more than 200 comes
 * in large pages from v2 (which documents any size), if v2 counts as many items as v3: it may not look at the plan.
 */
export async function readScrumPlanIds(reader: Reader, plan: PlanAddress): Promise<Set<string>> {
  const readV3 = (pageNo: number) =>
    readPage(reader, { ...plan, operation: "listPlanItems", pageNo, pageSize: V3_PAGE_SIZE });
  let first: IdPage;
  try {
    first = await readV3(1);
  } catch (error) {
    if (!isCodeArtsError(error) || !TRY_ELSEWHERE.includes(error.kind)) throw error;
    return new Set(await readAllPages({ readPage: readV2(reader, { ...plan, pageSize: V2_PAGE_SIZE }), idOf: sameId }));
  }
  if (first.total !== null && first.rows.length >= first.total) return new Set(first.rows);
  const large = first.total === null ? null : await readLargePages(reader, { ...plan, total: first.total });
  if (large !== null) return large;
  const readNext = async (pageNo: number) => (pageNo === 1 ? first : readV3(pageNo));
  return new Set(await readAllPages({ readPage: readNext, idOf: sameId }));
}

const sameId = (id: string) => id;

function readV2(reader: Reader, { pageSize, ...plan }: PlanAddress & { pageSize: number }) {
  return (pageNo: number) => readPage(reader, { ...plan, operation: "listPlanItemsV2", pageNo, pageSize });
}

/** Null where v2 fails, is short of what was asked, or speaks of other items. */
async function readLargePages(
  reader: Reader,
  { total, ...plan }: PlanAddress & { total: number },
): Promise<Set<string> | null> {
  const { learned } = reader.upstream;
  const pageSize = learned.pageSize("listPlanItemsV2");
  const readNext = readV2(reader, { ...plan, pageSize });
  try {
    const first = await readNext(1);
    const counted = first.total ?? 0;
    if (!(await isCountOf(reader, { ...plan, counted, before: total }))) return null;
    if (first.rows.length === Math.min(counted, pageSize)) {
      const readPageOf = async (pageNo: number) => (pageNo === 1 ? first : readNext(pageNo));
      return new Set(await readAllPages({ readPage: readPageOf, idOf: sameId }));
    }
  } catch (error) {
    if (!isCodeArtsError(error) || error.kind === "cancelled" || error.kind === "auth") throw error;
  }
  return learned.refusePageSize("listPlanItemsV2", pageSize) ? await readLargePages(reader, { ...plan, total }) : null;
}

/** Whether v3 counts as many as v2; others may be linking items to the plan at the same time. */
async function isCountOf(
  reader: Reader,
  { counted, before, ...plan }: PlanAddress & { counted: number; before: number },
): Promise<boolean> {
  if (counted === before) return true;
  const { total } = await readPage(reader, { ...plan, operation: "listPlanItems", pageNo: 1, pageSize: 1 });
  const after = total ?? before;
  return counted >= Math.min(before, after) && counted <= Math.max(before, after);
}

async function readPage(
  { upstream, signal }: Reader,
  {
    operation,
    ...args
  }: PlanAddress & { operation: "listPlanItems" | "listPlanItemsV2"; pageNo: number; pageSize: number },
): Promise<IdPage> {
  const { issues, total } = await upstream.read(operation, args, { signal, alone: true });
  return { rows: issues.flatMap(({ id, deleted }) => (deleted === true ? [] : id)), total };
}

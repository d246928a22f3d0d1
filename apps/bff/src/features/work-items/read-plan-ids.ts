import { isCodeArtsError } from "@gantry/codearts-client";
import { readAllPages, type Page } from "../pages.ts";
import type { Reader } from "../reader.ts";
import { TRY_ELSEWHERE } from "./read-scrum-plan.ts";

type PlanAddress = { projectId: string; planId: string };
type Row = { id: string; isDeleted: boolean };
type IdPage = Page<Row>;
type ReadPage = (pageNo: number) => Promise<IdPage>;

/** Rows of the v3 list, as many as its plan list allows. */
const V3_PAGE_SIZE = 200;
/** Rows of v2 where v3 fails: as many as the rest of Scrum gives. */
const V2_PAGE_SIZE = 100;

/**
 * Ids of all items on a plan of a Scrum project, asked for anew and shared with nobody. A plan of more than 200 comes
 * in large pages from v2 (which documents any size), if v2 counts as many items as v3: it may not look at the plan.
 * Once it was seen to, v3 is asked no more.
 * @param plan.inProject items that the project has, of which some may be on the plan
 */
export async function readScrumPlanIds(
  reader: Reader,
  { inProject, ...plan }: PlanAddress & { inProject?: Promise<readonly string[]> },
): Promise<Set<string>> {
  // Where the plan cannot be read, nobody waits for them.
  inProject?.catch(() => undefined);
  const alone = await readFromV2Alone(reader, plan);
  if (alone !== null) return alone;
  const readV3 = pagesOf(reader, { ...plan, operation: "listPlanItemIds", pageSize: V3_PAGE_SIZE });
  let first: IdPage;
  try {
    first = await readV3(1);
  } catch (error) {
    if (!isCodeArtsError(error) || !TRY_ELSEWHERE.includes(error.kind)) throw error;
    return readAll(pagesOf(reader, { ...plan, operation: "listPlanItemIdsV2", pageSize: V2_PAGE_SIZE }));
  }
  if (first.total !== null && first.rows.length >= first.total) return idsOf(first.rows);
  const large = first.total === null ? null : await readLargePages(reader, { ...plan, total: first.total });
  if (large === null) return readAll(async (pageNo) => (pageNo === 1 ? first : readV3(pageNo)));
  // Equal counts alone prove nothing: so they are, too, where v2 lists a whole project that is all on the plan.
  const leavesOut = (await inProject)?.some((id) => !large.has(id)) ?? false;
  if (leavesOut) reader.upstream.learned.noteLooksAtPlan({ ...reader.upstream.identity, ...plan });
  return large;
}

/** Null where v2 was not seen to look at the plan, or does not keep to what was seen. */
async function readFromV2Alone({ upstream, signal }: Reader, plan: PlanAddress): Promise<Set<string> | null> {
  const { learned, identity } = upstream;
  const seen = { ...identity, ...plan };
  if (!learned.looksAtPlan(seen)) return null;
  const pageSize = learned.pageSize("listPlanItemsV2");
  const whole = await unlessFailing(() =>
    readWhole({ upstream, signal }, { ...plan, pageSize, isBelieved: () => true }),
  );
  if (whole instanceof Set) return whole;
  learned.forgetLooksAtPlan(seen);
  return null;
}

/** Null where v2 fails, is short of what was asked, or speaks of other items. */
async function readLargePages(
  reader: Reader,
  { total, ...plan }: PlanAddress & { total: number },
): Promise<Set<string> | null> {
  const { learned } = reader.upstream;
  const pageSize = learned.pageSize("listPlanItemsV2");
  const isBelieved = (counted: number) => isCountOf(reader, { ...plan, counted, before: total });
  const whole = await unlessFailing(() => readWhole(reader, { ...plan, pageSize, isBelieved }));
  if (whole instanceof Set) return whole;
  if (whole === "disbelieved") return null;
  return learned.refusePageSize("listPlanItemsV2", pageSize) ? await readLargePages(reader, { ...plan, total }) : null;
}

/** The plan in large pages of v2; by its first page it must be believed, and no page may be cut short. */
async function readWhole(
  reader: Reader,
  {
    isBelieved,
    ...asked
  }: PlanAddress & { pageSize: number; isBelieved: (counted: number) => boolean | Promise<boolean> },
): Promise<Set<string> | "disbelieved" | "cut-short"> {
  const readNext = pagesOf(reader, { ...asked, operation: "listPlanItemIdsV2" });
  const first = await readNext(1);
  if (first.total === null || !(await isBelieved(first.total))) return "disbelieved";
  const isCutShort = ({ rows, total }: IdPage, pageNo: number) =>
    rows.length < Math.min((total ?? 0) - (pageNo - 1) * asked.pageSize, asked.pageSize);
  if (isCutShort(first, 1)) return "cut-short";
  let isWhole = true;
  const ids = await readAll(async (pageNo) => {
    if (pageNo === 1) return first;
    const page = await readNext(pageNo);
    isWhole &&= !isCutShort(page, pageNo);
    return page;
  });
  return isWhole ? ids : "cut-short";
}

/** Null for a failure that another way to read the same may not have. */
async function unlessFailing<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!isCodeArtsError(error) || error.kind === "cancelled" || error.kind === "auth") throw error;
    return null;
  }
}

/** Whether v3 counts as many as v2; others may be linking items to the plan at the same time. */
async function isCountOf(
  reader: Reader,
  { counted, before, ...plan }: PlanAddress & { counted: number; before: number },
): Promise<boolean> {
  if (counted === before) return true;
  const { total } = await pagesOf(reader, { ...plan, operation: "listPlanItemIds", pageSize: 1 })(1);
  const after = total ?? before;
  return counted >= Math.min(before, after) && counted <= Math.max(before, after);
}

async function readAll(readPage: ReadPage): Promise<Set<string>> {
  return idsOf(await readAllPages({ readPage, idOf: ({ id }) => id }));
}

function idsOf(rows: readonly Row[]): Set<string> {
  return new Set(rows.flatMap(({ id, isDeleted }) => (isDeleted ? [] : id)));
}

function pagesOf(
  { upstream, signal }: Reader,
  { operation, ...asked }: PlanAddress & { operation: "listPlanItemIds" | "listPlanItemIdsV2"; pageSize: number },
): ReadPage {
  return async (pageNo) => {
    const { issues, total } = await upstream.read(operation, { ...asked, pageNo }, { signal, alone: true });
    return { rows: issues.map(({ id, deleted }) => ({ id, isDeleted: deleted === true })), total };
  };
}

import type { EpochMs, TrendPoint, WorkItem } from "@gantry/api-contract";
import type { IsoDate } from "@gantry/schedule";
import { chunk } from "../../change-sets/lists.ts";
import type { Database } from "../../database/schema.ts";
import { leavesOf } from "./leaves.ts";
import { dayEndMs, planDayOf } from "./plan-days.ts";

const ROWS_PER_INSERT = 100;

type ProjectKey = { domainId: string; projectId: string };
type Note = Pick<TrendPoint, "scope" | "done">;
type NotesByDay = ReadonlyMap<IsoDate, Note>;

/** Notes how plans stand today; the last word of a day stays. */
export async function notePlans(
  database: Database,
  {
    domainId,
    projectId,
    plans,
    at,
  }: ProjectKey & { plans: readonly { planId: string; items: readonly WorkItem[] }[]; at: EpochMs },
): Promise<void> {
  const day = planDayOf(at);
  const rows = plans.map(({ planId, items }) => ({
    domain_id: domainId,
    project_id: projectId,
    plan_id: planId,
    day,
    ...summarize(items),
    noted_at: at,
  }));
  for (const part of chunk(rows, ROWS_PER_INSERT)) {
    await database
      .insertInto("plan_days")
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(["domain_id", "project_id", "plan_id", "day"]).doUpdateSet((row) => ({
          items: row.ref("excluded.items"),
          done: row.ref("excluded.done"),
          progress: row.ref("excluded.progress"),
          planned_end: row.ref("excluded.planned_end"),
          noted_at: row.ref("excluded.noted_at"),
        })),
      )
      .execute();
  }
}

/** A plan that somebody sees, as far as its notes have to be added up. */
export type NotedPlan = { planId: string; createdAt: EpochMs | null; leaves: number };

/**
 * What was noted from a day on of plans that one person sees, added up. A day counts if each plan that was there has a
 * note; plans that share leaves (`leaves` = how many there are in all) can't be added up, and give none.
 */
export async function readNotes(
  database: Database,
  {
    domainId,
    projectId,
    plans,
    leaves,
    from,
  }: ProjectKey & { plans: readonly NotedPlan[]; leaves: number; from: IsoDate },
): Promise<NotesByDay> {
  if (plans.reduce((sum, plan) => sum + plan.leaves, 0) !== leaves) return new Map();
  const seen = new Set(plans.map(({ planId }) => planId));
  const rows = await database
    .selectFrom("plan_days")
    .select(["plan_id", "day", "items", "done"])
    .where((row) => row.and({ domain_id: domainId, project_id: projectId }))
    .where("day", ">=", from)
    .execute();
  const days = new Map<IsoDate, Note & { planIds: Set<string> }>();
  for (const { plan_id: planId, day, items, done } of rows) {
    if (!seen.has(planId)) continue;
    const sum = days.get(day) ?? { scope: 0, done: 0, planIds: new Set() };
    days.set(day, { scope: sum.scope + items, done: sum.done + done, planIds: sum.planIds.add(planId) });
  }
  const isWhole = (day: IsoDate, noted: ReadonlySet<string>) =>
    plans.every(({ planId, createdAt }) => noted.has(planId) || (createdAt !== null && createdAt > dayEndMs(day)));
  return new Map(
    [...days].flatMap(([day, { planIds, ...note }]) => (isWhole(day, planIds) ? [[day, note] as const] : [])),
  );
}

/** Days that records do not tell wholly, from what was noted then; what neither tells stays unknown. */
export function withNotes(points: readonly TrendPoint[], notes: NotesByDay): TrendPoint[] {
  return points.map((point) => {
    const note = notes.get(point.day);
    return point.unknown === 0 || note === undefined ? point : { ...point, ...note, unknown: 0, source: "note" };
  });
}

function summarize(items: readonly WorkItem[]) {
  const leaves = leavesOf(items);
  const done = leaves.filter(({ status }) => status.phase === "done").length;
  const progress = leaves.reduce((total, leaf) => total + (leaf.status.phase === "done" ? 100 : leaf.progress), 0);
  const ends = leaves.flatMap(({ end }) => (end === null ? [] : [end])).toSorted();
  return {
    items: leaves.length,
    done,
    progress: leaves.length === 0 ? 0 : progress / leaves.length,
    planned_end: ends.at(-1) ?? null,
  };
}

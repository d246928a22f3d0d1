import type { EpochMs, TrendPoint, WorkItem } from "@gantry/api-contract";
import type { IsoDate } from "@gantry/schedule";
import { chunk } from "../../change-sets/lists.ts";
import type { Database } from "../../database/schema.ts";
import { leavesOf } from "./leaves.ts";
import { planDayOf } from "./plan-days.ts";

/** Stands for all plans of a project in the place of a plan's id. */
export const WHOLE_PROJECT = "";

const ROWS_PER_INSERT = 100;

export type PlanKey = { domainId: string; projectId: string; planId: string };
type PlanState = { planId: string; items: readonly WorkItem[] };

/** Notes how plans stand today; the last word of a day stays. Each leaf of several plans counts once for the project. */
export async function notePlans(
  database: Database,
  {
    domainId,
    projectId,
    plans,
    isWhole,
    at,
  }: Omit<PlanKey, "planId"> & {
    plans: readonly PlanState[];
    /** These are all plans of the project. */
    isWhole: boolean;
    at: EpochMs;
  },
): Promise<void> {
  const day = planDayOf(at);
  const whole = [...new Map(plans.flatMap(({ items }) => items.map((item) => [item.id, item]))).values()];
  const states = isWhole ? [...plans, { planId: WHOLE_PROJECT, items: whole }] : plans;
  const rows = states.map(({ planId, items }) => ({
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

/** What was noted of a plan from a day on, by day. */
export async function readNotes(
  database: Database,
  { domainId, projectId, planId, from }: PlanKey & { from: IsoDate },
): Promise<ReadonlyMap<IsoDate, Pick<TrendPoint, "scope" | "done">>> {
  const rows = await database
    .selectFrom("plan_days")
    .select(["day", "items", "done"])
    .where((row) => row.and({ domain_id: domainId, project_id: projectId, plan_id: planId }))
    .where("day", ">=", from)
    .execute();
  return new Map(rows.map(({ day, items, done }) => [day, { scope: items, done }]));
}

/** Days that records do not tell wholly, from what was noted then; what neither tells stays unknown. */
export function withNotes(
  points: readonly TrendPoint[],
  notes: ReadonlyMap<IsoDate, Pick<TrendPoint, "scope" | "done">>,
): TrendPoint[] {
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

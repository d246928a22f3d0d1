import * as v from "valibot";
import { idText, isRecord, lenient, listOf, readId, readText } from "./wire.ts";

/** A PI, iteration or milestone of an IPD project. Not the Gantt kind of plan. */
export const ipdPlanSchema = v.object({
  id: idText,
  title: v.string(),
  /** PI, Iteration or PlanMilestone. */
  category: lenient(readText),
  /** planned, going or ended. */
  status: lenient(readText),
  parent_id: lenient(readId),
  /** Ms as number here, `YYYY-MM-DD` inside work items; as it came: read with `readDay`. */
  plan_start_date: lenient(readText),
  plan_end_date: lenient(readText),
});
export type IpdPlan = v.InferOutput<typeof ipdPlanSchema>;

/** PIs with their iterations, flat; a nested child names its PI as parent. */
export const ipdPlanListSchema = v.pipe(
  v.unknown(),
  v.transform((result) => flattenPlans(Array.isArray(result) ? result : [])),
  listOf(ipdPlanSchema),
);

function flattenPlans(rows: readonly unknown[]): unknown[] {
  return rows.flatMap((row) => {
    if (!isRecord(row)) return [row];
    const children = Array.isArray(row["children"]) ? row["children"].filter(isRecord) : [];
    const own = children.map((child) => ({ ...child, parent_id: readId(child["parent_id"]) ?? row["id"] }));
    return [row, ...flattenPlans(own)];
  });
}

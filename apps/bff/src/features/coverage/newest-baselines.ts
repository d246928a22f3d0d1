import type { IsoDate } from "@gantry/schedule";
import type { Database } from "../../database/schema.ts";

/** What the newest baseline of each plan of a project keeps, by plan and item. */
export async function readNewestBaselines(
  database: Database,
  { domainId, projectId }: { domainId: string; projectId: string },
): Promise<ReadonlyMap<string, ReadonlyMap<string, { start: IsoDate | null; end: IsoDate | null }>>> {
  const newest = database
    .selectFrom("baselines")
    .select(["plan_id", (row) => row.fn.max("sequence").as("sequence")])
    .where((row) => row.and({ domain_id: domainId, project_id: projectId }))
    .groupBy("plan_id")
    .as("newest");
  const rows = await database
    .selectFrom("baselines")
    .innerJoin(newest, (join) =>
      join.onRef("newest.plan_id", "=", "baselines.plan_id").onRef("newest.sequence", "=", "baselines.sequence"),
    )
    .innerJoin("baseline_dates", "baseline_dates.baseline_id", "baselines.id")
    .select(["baselines.plan_id", "baseline_dates.item_id", "baseline_dates.start_day", "baseline_dates.end_day"])
    .where("baselines.domain_id", "=", domainId)
    .where("baselines.project_id", "=", projectId)
    .execute();
  const plans = new Map<string, Map<string, { start: IsoDate | null; end: IsoDate | null }>>();
  for (const row of rows) {
    const dates = plans.get(row.plan_id) ?? new Map<string, { start: IsoDate | null; end: IsoDate | null }>();
    plans.set(row.plan_id, dates.set(row.item_id, { start: row.start_day, end: row.end_day }));
  }
  return plans;
}

import { type Baseline, type BaselineDates, MOST_BASELINES } from "@gantry/api-contract";
import { AppError } from "../../app-error.ts";
import type { Doer } from "../../audit/actor.ts";
import { appendAudit, type AuditEntry } from "../../audit/append.ts";
import { chunk } from "../../change-sets/lists.ts";
import { holdLock } from "../../database/lock-row.ts";
import type { Database, DatabaseTransaction } from "../../database/schema.ts";
import type { BaselineTables } from "./tables.ts";

/** A plan as one domain knows it. */
export type PlanOfDomain = { domainId: string; projectId: string; planId: string };

type Deletion = { plan: PlanOfDomain; doer: Doer; now: number };

/** Rows an INSERT: below the engines' limits of parameters in a statement. */
const ROWS_PER_INSERT = 1_000;

/** Newest first. */
export async function listBaselines(database: Database, plan: PlanOfDomain): Promise<Baseline[]> {
  const rows = await database
    .selectFrom("baselines")
    .selectAll()
    .where((row) => row.and(toColumns(plan)))
    .orderBy("sequence", "desc")
    .execute();
  return rows.map(toBaseline);
}

/** Throws `baseline.not_found` where the plan has no such baseline. */
export async function findBaseline(
  database: Database,
  { id, plan }: { id: string; plan: PlanOfDomain },
): Promise<Baseline> {
  const row = await database
    .selectFrom("baselines")
    .selectAll()
    .where("id", "=", id)
    .where((expression) => expression.and(toColumns(plan)))
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return toBaseline(row);
}

export async function readDates(database: Database, baselineId: string): Promise<BaselineDates[]> {
  const rows = await database
    .selectFrom("baseline_dates")
    .selectAll()
    .where("baseline_id", "=", baselineId)
    .orderBy("item_id")
    .execute();
  return rows.map((row) => ({ itemId: row.item_id, start: row.start_day, end: row.end_day }));
}

/** Throws `baseline.too_many` where the plan takes no further one. */
export async function ensureRoom(database: Database | DatabaseTransaction, plan: PlanOfDomain): Promise<void> {
  const { count } = await database
    .selectFrom("baselines")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where((row) => row.and(toColumns(plan)))
    .executeTakeFirstOrThrow();
  if (count >= MOST_BASELINES)
    throw new AppError("baseline.too_many", `A plan may have at most ${MOST_BASELINES} baselines`);
}

/** Stores a baseline with all its dates. Throws `baseline.too_many`. */
export async function insertBaseline(
  transaction: DatabaseTransaction,
  options: { baseline: Baseline; plan: PlanOfDomain; dates: readonly BaselineDates[]; doer: Doer },
): Promise<void> {
  const { baseline, plan, dates } = options;
  await holdLock(transaction, `baselines ${plan.domainId} ${plan.projectId} ${plan.planId}`);
  await ensureRoom(transaction, plan);
  const last = await transaction
    .selectFrom("baselines")
    .select((expression) => expression.fn.max("sequence").as("sequence"))
    .where((row) => row.and(toColumns(plan)))
    .executeTakeFirst();
  await transaction
    .insertInto("baselines")
    .values({
      ...toColumns(plan),
      id: baseline.id,
      name: baseline.name,
      created_by: baseline.createdBy,
      created_at: baseline.createdAt,
      items: baseline.items,
      sequence: (last?.sequence ?? 0) + 1,
    })
    .execute();
  for (const part of chunk(dates, ROWS_PER_INSERT)) {
    await transaction
      .insertInto("baseline_dates")
      .values(
        part.map(({ itemId, start, end }) => ({
          baseline_id: baseline.id,
          item_id: itemId,
          start_day: start,
          end_day: end,
        })),
      )
      .execute();
  }
  await appendAudit(transaction, {
    ...options.doer,
    at: baseline.createdAt,
    kind: "baseline.created",
    projectId: plan.projectId,
    changeSetId: null,
    detail: { planId: plan.planId, baselineId: baseline.id, baselineName: baseline.name },
  });
}

/** Throws `baseline.not_found` where the plan has no such baseline. */
export async function deleteBaseline(
  database: Database,
  { id, plan, doer, now }: Deletion & { id: string },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const isOfPlan = transaction
      .selectFrom("baselines")
      .select("id")
      .where("id", "=", id)
      .where((row) => row.and(toColumns(plan)));
    await transaction.deleteFrom("baseline_dates").where("baseline_id", "in", isOfPlan).execute();
    const deleted = await transaction
      .deleteFrom("baselines")
      .where("id", "in", isOfPlan)
      .returning("name")
      .executeTakeFirst();
    if (deleted === undefined) throw notFound();
    const detail = { planId: plan.planId, baselineId: id, baselineName: deleted.name };
    await appendAudit(transaction, toDeletedEntry({ plan, doer, now }, detail));
  });
}

/** All baselines of a plan that is gone. */
export async function deleteBaselinesOfPlan(database: Database, { plan, doer, now }: Deletion): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const ofPlan = transaction
      .selectFrom("baselines")
      .select("id")
      .where((row) => row.and(toColumns(plan)));
    await transaction.deleteFrom("baseline_dates").where("baseline_id", "in", ofPlan).execute();
    const deleted = await transaction
      .deleteFrom("baselines")
      .where((row) => row.and(toColumns(plan)))
      .returning(["id", "name"])
      .execute();
    for (const { id: baselineId, name: baselineName } of deleted) {
      const detail = { planId: plan.planId, baselineId, baselineName };
      await appendAudit(transaction, toDeletedEntry({ plan, doer, now }, detail));
    }
  });
}

function toDeletedEntry({ plan, doer, now }: Deletion, detail: AuditEntry["detail"]): AuditEntry {
  return { ...doer, at: now, kind: "baseline.deleted", projectId: plan.projectId, changeSetId: null, detail };
}

function toColumns({ domainId, projectId, planId }: PlanOfDomain) {
  return { domain_id: domainId, project_id: projectId, plan_id: planId };
}

function toBaseline(row: BaselineTables["baselines"]): Baseline {
  return {
    id: row.id,
    name: row.name,
    createdBy: row.created_by,
    createdAt: row.created_at,
    items: row.items,
  };
}

function notFound(): AppError {
  return new AppError("baseline.not_found", "The plan has no such baseline");
}

import type { Outcome } from "@gantry/api-contract";
import { sql } from "kysely";
import type { Database } from "../../database/schema.ts";
import type { Owner } from "../../session/session.ts";
import type { ChangeSetRecord, RowRecord } from "./records.ts";
import { toChangeSetRecord, toRowRecord } from "./to-record.ts";

/** Where the rows of a change set stand. */
export type Tally = {
  counts: Record<Outcome, number>;
  /** Applied rows that can be put back; a link cannot. */
  undoable: number;
  /** Rows that sending again could mend. */
  retryable: number;
};

export async function findChangeSet(database: Database, id: string): Promise<ChangeSetRecord | null> {
  const row = await database.selectFrom("change_sets").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toChangeSetRecord(row);
}

export async function findByKey(
  database: Database,
  options: { owner: Owner; idempotencyKey: string },
): Promise<ChangeSetRecord | null> {
  const row = await database
    .selectFrom("change_sets")
    .selectAll()
    .where("domain_id", "=", options.owner.domainId)
    .where("user_id", "=", options.owner.userId)
    .where("idempotency_key", "=", options.idempotencyKey)
    .executeTakeFirst();
  return row === undefined ? null : toChangeSetRecord(row);
}

/** Change sets of a domain's projects, newest first; the owner's own are always among them. */
export async function listChangeSets(
  database: Database,
  options: {
    owner: Owner;
    visibleProjectIds: readonly string[];
    projectId?: string | undefined;
    planId?: string | undefined;
    by?: "me" | undefined;
    state?: "open" | "finished" | undefined;
    offset: number;
    limit: number;
  },
): Promise<{ records: ChangeSetRecord[]; total: number }> {
  let query = database
    .selectFrom("change_sets")
    .where("domain_id", "=", options.owner.domainId)
    .where((where) =>
      where.or([
        where("user_id", "=", options.owner.userId),
        ...(options.visibleProjectIds.length > 0 ? [where("project_id", "in", options.visibleProjectIds)] : []),
      ]),
    );
  if (options.projectId !== undefined) query = query.where("project_id", "=", options.projectId);
  if (options.planId !== undefined) query = query.where("plan_id", "=", options.planId);
  if (options.by === "me") query = query.where("user_id", "=", options.owner.userId);
  if (options.state !== undefined) query = query.where("state", options.state === "open" ? "!=" : "=", "finished");
  const counted = await query.select((select) => select.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy("sequence", "desc")
    .limit(options.limit)
    .offset(options.offset)
    .execute();
  return { records: rows.map(toChangeSetRecord), total: Number(counted.total) };
}

/** A page of rows: those that need a person first, or in the order in which they were agreed to. */
export async function listRows(
  database: Database,
  options: {
    changeSetId: string;
    outcome?: Outcome | undefined;
    code?: string | undefined;
    order?: "worst" | "agreed" | undefined;
    offset: number;
    limit: number;
  },
): Promise<{ rows: RowRecord[]; total: number }> {
  let query = database.selectFrom("change_rows").where("change_set_id", "=", options.changeSetId);
  if (options.outcome !== undefined) query = query.where("outcome", "=", options.outcome);
  if (options.code !== undefined) query = query.where("upstream_code", "=", options.code);
  const counted = await query.select((select) => select.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const worstFirst = sql`case outcome when 'failed' then 0 when 'unknown' then 1 when 'conflict' then 2 when 'sending' then 3
    when 'queued' then 4 when 'cancelled' then 5 when 'unchanged' then 6 else 7 end`;
  const rows = await (options.order === "agreed" ? query : query.orderBy(worstFirst))
    .selectAll()
    .orderBy("position")
    .limit(options.limit)
    .offset(options.offset)
    .execute();
  return { rows: rows.map(toRowRecord), total: Number(counted.total) };
}

/** CodeArts' codes among the rows of a change set, the most frequent first. */
export async function readCodes(database: Database, changeSetId: string): Promise<{ code: string; results: number }[]> {
  const groups = await database
    .selectFrom("change_rows")
    .select("upstream_code")
    .select((select) => select.fn.countAll<number>().as("rows"))
    .where("change_set_id", "=", changeSetId)
    .where("upstream_code", "is not", null)
    .groupBy("upstream_code")
    .orderBy("rows", "desc")
    .orderBy("upstream_code")
    .execute();
  return groups.flatMap(({ upstream_code: code, rows }) => (code === null ? [] : [{ code, results: Number(rows) }]));
}

/** Rows with one of these outcomes, in the order in which they were agreed to. */
export async function readRows(
  database: Database,
  options: { changeSetId: string; outcomes: readonly Outcome[] },
): Promise<RowRecord[]> {
  const rows = await database
    .selectFrom("change_rows")
    .selectAll()
    .where("change_set_id", "=", options.changeSetId)
    .where("outcome", "in", options.outcomes)
    .orderBy("position")
    .execute();
  return rows.map(toRowRecord);
}

/** Failures that sending again cannot mend. */
export const HOPELESS_REASONS = ["not-removable", "cannot-clear", "invalid-value"] as const;

export function isHopeless(reason: string | null): boolean {
  return HOPELESS_REASONS.some((hopeless) => hopeless === reason);
}

export function emptyTally(): Tally {
  const counts = { queued: 0, sending: 0, applied: 0, unchanged: 0, failed: 0, conflict: 0, unknown: 0, cancelled: 0 };
  return { counts, undoable: 0, retryable: 0 };
}

import type { Database } from "../../database/schema.ts";
import type { ChangeSetRecord } from "./records.ts";

/** Whether the same person has a change set in the project that may still write. */
export async function hasOpenChangeSet(
  database: Database,
  { owner, projectId }: Pick<ChangeSetRecord, "owner" | "projectId">,
): Promise<boolean> {
  const open = await database
    .selectFrom("change_sets")
    .select("id")
    .where("user_id", "=", owner.userId)
    .where("domain_id", "=", owner.domainId)
    .where("project_id", "=", projectId)
    .where("state", "!=", "finished")
    .limit(1)
    .executeTakeFirst();
  return open !== undefined;
}

/** Fields that earlier change sets of the same person still have to write, as `item/field`. */
export async function readEarlierOpenFields(
  database: Database,
  { owner, projectId, sequence }: Pick<ChangeSetRecord, "owner" | "projectId" | "sequence">,
): Promise<Set<string>> {
  const rows = await database
    .selectFrom("change_sets")
    .innerJoin("change_rows", "change_rows.change_set_id", "change_sets.id")
    .select(["change_rows.item_id", "change_rows.field"])
    .where("change_sets.user_id", "=", owner.userId)
    .where("change_sets.domain_id", "=", owner.domainId)
    .where("change_sets.project_id", "=", projectId)
    .where("change_sets.state", "!=", "finished")
    .where("change_sets.sequence", "<", sequence)
    .where("change_rows.outcome", "in", ["queued", "sending"])
    .execute();
  return new Set(rows.map((row) => `${row.item_id}/${row.field}`));
}

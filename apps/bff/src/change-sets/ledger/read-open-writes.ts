import type { FieldValue } from "@gantry/api-contract";
import type { Database } from "../../database/schema.ts";

/** What a change set that has not finished still has to write. */
export type OpenWrite = { to: FieldValue; toLabel: string | null };

/** Open rows of a project's unfinished change sets, by `item/field`; of several the one that was agreed to last. */
export async function readOpenWrites(
  database: Database,
  { domainId, projectId }: { domainId: string; projectId: string },
): Promise<Map<string, OpenWrite>> {
  const rows = await database
    .selectFrom("change_sets")
    .innerJoin("change_rows", "change_rows.change_set_id", "change_sets.id")
    .select(["change_rows.item_id", "change_rows.field", "change_rows.to_json", "change_rows.to_label"])
    .where("change_sets.domain_id", "=", domainId)
    .where("change_sets.project_id", "=", projectId)
    .where("change_sets.state", "!=", "finished")
    .where("change_rows.outcome", "in", ["queued", "sending"])
    .orderBy("change_sets.sequence")
    .execute();
  return new Map(
    rows.map((row) => [`${row.item_id}/${row.field}`, { to: parseFieldValue(row.to_json), toLabel: row.to_label }]),
  );
}

/** The ledger wrote the column itself, from a value of this type. */
function parseFieldValue(text: string): FieldValue {
  return JSON.parse(text) as FieldValue;
}

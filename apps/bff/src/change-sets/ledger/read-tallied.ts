import { LINK_FIELD } from "@gantry/api-contract";
import { sql } from "kysely";
import type { Database, DatabaseTransaction } from "../../database/schema.ts";
import { emptyTally, isHopeless, type Tally } from "./read.ts";
import type { ChangeSetRecord } from "./records.ts";
import { toChangeSetRecord } from "./to-record.ts";

/** A change set and where its rows stood at the same moment. */
export type Tallied = { record: ChangeSetRecord; tally: Tally };

export async function findTallied(database: Database, id: string): Promise<Tallied | null> {
  return (await readTallied(database, [id]))[0] ?? null;
}

/**
 * Change sets with their tallies, in the order of the ids; unknown ids are left out. One statement reads both, so that
 * the counts are those of the record's revision.
 */
export async function readTallied(
  database: Database | DatabaseTransaction,
  ids: readonly string[],
): Promise<Tallied[]> {
  if (ids.length === 0) return [];
  const groups = await database
    .with("tallies", (query) =>
      query
        .selectFrom("change_rows")
        .select(["change_set_id", "outcome", "reason", sql<number>`field = ${LINK_FIELD}`.as("is_link")])
        .select((select) => select.fn.countAll<number>().as("rows"))
        .where("change_set_id", "in", (sets) =>
          sets.selectFrom("change_sets").select("id").where("id", "in", ids).where("tally_json", "is", null),
        )
        .groupBy(["change_set_id", "outcome", "reason", "is_link"]),
    )
    .selectFrom("change_sets")
    .leftJoin("tallies", "tallies.change_set_id", "change_sets.id")
    .selectAll("change_sets")
    .select(["tallies.outcome", "tallies.reason", "tallies.is_link", "tallies.rows"])
    .where("change_sets.id", "in", ids)
    .execute();
  const byId = new Map<string, Tallied>();
  for (const group of groups) {
    const found = byId.get(group.id) ?? { record: toChangeSetRecord(group), tally: emptyTally() };
    byId.set(group.id, found);
    if (group.tally_json !== null) {
      found.tally = fromTallyJson(group.tally_json);
      continue;
    }
    const { outcome, reason } = group;
    if (outcome === null) continue;
    const count = Number(group.rows);
    const { tally } = found;
    tally.counts[outcome] += count;
    if (outcome === "applied" && !isTrue(group.is_link)) tally.undoable += count;
    if (outcome === "unknown" || (outcome === "failed" && !isHopeless(reason))) tally.retryable += count;
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Only for what `keep-tally.ts` wrote, of a value of this type. */
function fromTallyJson(text: string): Tally {
  return JSON.parse(text) as Tally;
}

function isTrue(value: unknown): boolean {
  return value === true || Number(value) === 1;
}

import { type EpochMs, isIsoDate, type Status } from "@gantry/api-contract";
import {
  type IssueRecord,
  readDay,
  readRecordedValue,
  type RecordedValue,
  recordFieldOf,
  recordOperationOf,
} from "@gantry/codearts-contract";
import type { IsoDate } from "@gantry/schedule";
import type { StatusMove } from "./status-timeline.ts";

export type EndMove = { at: EpochMs; from: IsoDate | null; to: IsoDate | null };

/** What records tell of one item, in the order in which they came. */
export type ItemHistory = { statusMoves: StatusMove[]; endMoves: EndMove[] };

/** Sorts records by item, and reads what a burn-up and a drift are made of. Records without a time tell nothing. */
export function toItemHistories(
  records: readonly IssueRecord[],
  { statuses }: { statuses: readonly Status[] },
): ReadonlyMap<string, ItemHistory> {
  const isDone = createIsDone(statuses);
  const histories = new Map<string, ItemHistory>();
  for (const record of records) {
    const { issue_id: itemId, operated_time: at } = record;
    if (at === null) continue;
    const field = recordFieldOf(record);
    if (field !== "status" && field !== "end") continue;
    const history = histories.get(itemId) ?? { statusMoves: [], endMoves: [] };
    histories.set(itemId, history);
    const from = readRecordedValue(record.old_value);
    const to = readRecordedValue(record.new_value);
    const isMade = recordOperationOf(record) === "create";
    if (field === "status") history.statusMoves.push({ at, wasDone: isMade ? null : isDone(from), isDone: isDone(to) });
    else if (!isMade) history.endMoves.push({ at, from: toDay(from), to: toDay(to) });
  }
  return histories;
}

/** A status by its id, else by its name; null for one that the project does not know. */
function createIsDone(statuses: readonly Status[]): (value: RecordedValue | null) => boolean | null {
  const byId = new Map(statuses.map(({ id, phase }) => [id, phase === "done"]));
  const byName = new Map(statuses.map(({ name, phase }) => [name, phase === "done"]));
  return (value) => (value === null ? null : (byId.get(value.id ?? "") ?? byName.get(value.name ?? "") ?? null));
}

function toDay(value: RecordedValue | null): IsoDate | null {
  const { day } = readDay(value?.name ?? null);
  return day !== null && isIsoDate(day) ? day : null;
}

import type { Drift, DriftRow, EpochMs, WorkItem } from "@gantry/api-contract";
import { addDays, countWorkingDays, type IsoDate, type WorkingCalendar } from "@gantry/schedule";
import type { EndMove } from "./item-history.ts";
import { planDayOf } from "./plan-days.ts";
import { doneSince, type Stretch, wasDoneAt } from "./status-timeline.ts";

const MOST_ROWS = 50;

export type DriftFacts = {
  item: Pick<WorkItem, "id" | "number" | "title" | "status" | "end">;
  stretches: readonly Stretch[] | null;
  endMoves: readonly EndMove[];
};

type Range = { fromMs: EpochMs; calendar: WorkingCalendar };

/** Planned against actual since an instant: when leaves were finished, and how their ends were moved. */
export function findDrift(facts: readonly DriftFacts[], range: Range): Drift {
  const rows = facts.map((one) => toRow(one, range));
  const finished = rows.flatMap(({ lateDays }) => (lateDays === null ? [] : [lateDays]));
  const moved = rows.filter(({ moves }) => moves > 0);
  const told = rows.filter(({ lateDays, moves }) => (lateDays ?? 0) !== 0 || moves > 0);
  return {
    early: finished.filter((days) => days < 0).length,
    onTime: finished.filter((days) => days === 0).length,
    late: finished.filter((days) => days > 0).length,
    lateDays: sum(finished),
    untold: facts.filter((one) => isUntold(one, range)).length,
    movedItems: moved.length,
    moves: sum(moved.map(({ moves }) => moves)),
    movedDays: sum(moved.map(({ movedDays }) => movedDays)),
    rows: told.toSorted((left, right) => weightOf(right) - weightOf(left)).slice(0, MOST_ROWS),
  };
}

/** Working days from the planned day to the other; negative where that is earlier. */
function workingDaysApart(planned: IsoDate, { actual, calendar }: { actual: IsoDate; calendar: WorkingCalendar }) {
  if (planned === actual) return 0;
  const [first, last] = planned < actual ? [planned, actual] : [actual, planned];
  const days = countWorkingDays({ start: addDays(first, 1), end: last }, calendar);
  return planned < actual || days === 0 ? days : -days;
}

function toRow({ item, stretches, endMoves }: DriftFacts, { fromMs, calendar }: Range): DriftRow {
  const doneAt = item.status.phase === "done" && stretches !== null ? doneSince(stretches) : null;
  const doneOn = doneAt === null || doneAt < fromMs ? null : planDayOf(doneAt);
  const moves = endMoves.filter(({ at, from, to }) => at >= fromMs && from !== null && to !== null && from !== to);
  const days = moves.map(({ from, to }) =>
    from === null || to === null ? 0 : workingDaysApart(from, { actual: to, calendar }),
  );
  return {
    itemId: item.id,
    number: item.number,
    title: item.title,
    plannedEnd: item.end,
    doneOn,
    lateDays: doneOn === null || item.end === null ? null : workingDaysApart(item.end, { actual: doneOn, calendar }),
    moves: moves.length,
    movedDays: sum(days),
  };
}

/** Done within the range, as far as one knows, and no record says on which day. */
function isUntold({ item, stretches }: DriftFacts, { fromMs }: Range): boolean {
  if (item.status.phase !== "done" || item.end === null) return false;
  return stretches === null || (doneSince(stretches) === null && wasDoneAt(stretches, fromMs) !== true);
}

function weightOf({ lateDays, movedDays }: DriftRow): number {
  return Math.max(Math.abs(lateDays ?? 0), Math.abs(movedDays));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

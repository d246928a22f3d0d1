import type { BaselineDates, IsoDate } from "@gantry/api-contract";
import { buildTree, rollUpTree, type Scheduled, toWorkingSpan, type WorkingCalendar } from "@gantry/schedule";

/**
 * How an item stands to a baseline. `later` and `earlier` count working days of the end, or of the start where the end
 * stayed; 0 where only days off lie between. `dated` and `undated`: it has dates now, or had them then.
 */
export type Shift =
  | { kind: "later" | "earlier"; workingDays: number; of: "end" | "start" }
  | { kind: "new" | "dated" | "undated" };

export type Comparison = {
  /** Items that stand as they stood have none; parents are compared by what is below them. */
  shiftOf: (id: string) => Shift | null;
  /** Both days then, where they differ from those now. */
  datesOf: (id: string) => { start: IsoDate; end: IsoDate } | null;
  /** Leaves that differ, the latest first. */
  changed: readonly { id: string; shift: Shift }[];
  /** Items of the baseline that are not on the plan any more. */
  gone: number;
};

type Dates = { start: IsoDate | null; end: IsoDate | null };

const NEITHER: Dates = { start: null, end: null };

export function compareBaseline<Item extends Scheduled>(
  items: readonly Item[],
  { dates, calendar }: { dates: readonly BaselineDates[]; calendar: WorkingCalendar },
): Comparison {
  const then = new Map(dates.map(({ itemId, start, end }) => [itemId, { start, end }]));
  const present = new Set(items.map(({ id }) => id));
  const rollUpsNow = rollUpTree(buildTree(items));
  const rollUpsThen = rollUpTree(
    buildTree(items.map(({ id, parentId }) => ({ id, parentId, progress: 0, ...(then.get(id) ?? NEITHER) }))),
  );
  const shifts = new Map<string, Shift>();
  const parentIds = new Set(items.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])));
  for (const { id } of items) {
    const shift = then.has(id)
      ? shiftBetween(rollUpsThen.get(id) ?? NEITHER, { now: rollUpsNow.get(id) ?? NEITHER, calendar })
      : ({ kind: "new" } as const);
    if (shift !== null) shifts.set(id, shift);
  }
  const changed = [...shifts].flatMap(([id, shift]) => (parentIds.has(id) ? [] : [{ id, shift }]));
  return {
    shiftOf: (id) => shifts.get(id) ?? null,
    datesOf: (id) => {
      if (!shifts.has(id)) return null;
      const { start, end } = rollUpsThen.get(id) ?? NEITHER;
      return start === null || end === null ? null : { start, end };
    },
    changed: changed.toSorted((left, right) => latenessOf(right.shift) - latenessOf(left.shift)),
    gone: dates.filter(({ itemId }) => !present.has(itemId)).length,
  };
}

/** Signed working days of the end; what has none stands between later and earlier. */
function latenessOf(shift: Shift): number {
  if (!("of" in shift) || shift.of === "start") return 0;
  const days = shift.workingDays + 0.5;
  return shift.kind === "later" ? days : -days;
}

function shiftBetween(then: Dates, { now, calendar }: { now: Dates; calendar: WorkingCalendar }): Shift | null {
  if (isUndated(then)) return isUndated(now) ? null : { kind: "dated" };
  if (isUndated(now)) return { kind: "undated" };
  for (const of of ["end", "start"] as const) {
    const [before, after] = [then[of], now[of]];
    if (before === null || after === null || before === after) continue;
    const workingDays = Math.abs(dayIndex(after, calendar) - dayIndex(before, calendar));
    return { kind: after > before ? "later" : "earlier", workingDays, of };
  }
  const [had, has] = [countDates(then), countDates(now)];
  if (had === has) return null;
  return { kind: has > had ? "dated" : "undated" };
}

function isUndated({ start, end }: Dates): boolean {
  return start === null && end === null;
}

function countDates({ start, end }: Dates): number {
  return (start === null ? 0 : 1) + (end === null ? 0 : 1);
}

/** Working days up to and with a day, from a fixed one. */
function dayIndex(day: IsoDate, calendar: WorkingCalendar): number {
  return toWorkingSpan({ start: day, end: day }, calendar)?.end ?? 0;
}

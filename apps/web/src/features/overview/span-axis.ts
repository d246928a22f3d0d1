import { addDays, daysBetween, type IsoDate, toDayNumber } from "@gantry/schedule";

const MONTHS_SHOWN = 6;

/** The common axis of all span bars: six whole months, the first of them last month. */
export type SpanAxis = {
  start: IsoDate;
  /** The day after the last one shown. */
  end: IsoDate;
  today: IsoDate;
  /** First days of the months, with their place as a share of the axis. */
  months: readonly { day: IsoDate; at: number }[];
};

export function makeAxis(today: IsoDate): SpanAxis {
  const start = monthStart(today, -1);
  const end = monthStart(today, MONTHS_SHOWN - 1);
  const whole = daysBetween(start, end);
  const months = Array.from({ length: MONTHS_SHOWN }, (_, index) => {
    const day = monthStart(today, index - 1);
    return { day, at: daysBetween(start, day) / whole };
  });
  return { start, end, today, months };
}

const drawn = new WeakMap<SpanAxis, string>();

/** The months' lines as a background: in thousands of cells, elements would be dear. */
export function monthLines(axis: SpanAxis): string {
  const known = drawn.get(axis);
  if (known !== undefined) return known;
  const lines = axis.months.map(
    ({ at }) => `linear-gradient(var(--g-grid), var(--g-grid)) ${at * 100}% 0 / 1px 100% no-repeat`,
  );
  const made = lines.join(", ");
  drawn.set(axis, made);
  return made;
}

/** Where a day falls on the axis: 0 at its start, 1 at its end; outside it beyond those. */
export function placeOf(axis: SpanAxis, day: IsoDate): number {
  return daysBetween(axis.start, day) / daysBetween(axis.start, axis.end);
}

/** A span's bar as shares of the axis, cut at its ends; or on which side of the axis it lies. */
export type SpanBar =
  | { kind: "bar"; from: number; to: number; cutLeft: boolean; cutRight: boolean }
  | { kind: "before" }
  | { kind: "after" };

export function barOf(axis: SpanAxis, span: { start: IsoDate; end: IsoDate }): SpanBar {
  // Upstream may have the two the wrong way round.
  const [first, last] =
    toDayNumber(span.start) <= toDayNumber(span.end) ? [span.start, span.end] : [span.end, span.start];
  const from = placeOf(axis, first);
  const to = placeOf(axis, addDays(last, 1));
  if (to <= 0) return { kind: "before" };
  if (from >= 1) return { kind: "after" };
  return { kind: "bar", from: Math.max(0, from), to: Math.min(1, to), cutLeft: from < 0, cutRight: to > 1 };
}

function monthStart(day: IsoDate, offset: number): IsoDate {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const index = year * 12 + (month - 1) + offset;
  const text = `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
  return `${text as `${number}-${number}`}-01` as IsoDate;
}

import fc from "fast-check";
import type { GanttScale } from "../../src/types.ts";
import type { HandCalendar } from "./hand-calendar.ts";

/** A bar and what a hand or a key does to it. */
export type DateGesture = {
  scale: GanttScale;
  /** As zoomed; null where the scale's own width holds. */
  pxPerDay: number | null;
  /** First day of the bar in the hand-counted calendar, and its length. */
  first: number;
  lengthDays: number;
  /** `move` and the rest: whole days that the pointer goes, and the part of a day that it goes too far or too short. */
  kind: "move" | "resize-start" | "resize-end" | "create";
  days: number;
  tooFar: number;
  /** Where the bar is taken hold of: a fraction of its width, or for `create` of the first day. */
  grip: number;
};

export type KeyStep = { part: "move" | "start" | "end"; days: 1 | -1 | 7 | -7 };

/** First and last day in the hand-counted calendar. */
export type HandSpan = { first: number; last: number };

/** What a gesture must leave behind, in whole days. */
export function expectedSpan({ first, lengthDays, kind, days }: DateGesture): HandSpan {
  const last = first + lengthDays - 1;
  if (kind === "move") return { first: first + days, last: last + days };
  if (kind === "resize-start") return { first: Math.min(first + days, last), last };
  if (kind === "resize-end") return { first, last: Math.max(last + days, first) };
  return { first: Math.min(first, first + days), last: Math.max(first, first + days) };
}

/** What keys must leave behind: an end that is stretched stops at the other. */
export function expectedSpanOfKeys({ first, last }: HandSpan, steps: readonly KeyStep[]): HandSpan {
  const span = { first, last };
  for (const { part, days } of steps) {
    if (part === "move") {
      span.first += days;
      span.last += days;
    } else if (part === "start") span.first = Math.min(span.first + days, span.last);
    else span.last = Math.max(span.last + days, span.first);
  }
  return span;
}

/** Bars on and around odd days, and anywhere in the years 1900–2100. */
export function anyFirstDay(calendar: HandCalendar, oddDays: readonly string[]): fc.Arbitrary<number> {
  const near = fc
    .tuple(fc.constantFrom(...oddDays), fc.integer({ min: -4, max: 4 }))
    .map(([day, shift]) => calendar.indexOf(day) + shift);
  const anywhere = fc.integer({ min: calendar.indexOf("1900-01-01"), max: calendar.indexOf("2100-12-31") });
  return fc.oneof(near, anywhere);
}

export function anyGesture(firstDay: fc.Arbitrary<number>): fc.Arbitrary<DateGesture> {
  return fc.record({
    scale: fc.constantFrom<GanttScale>("day", "week", "month", "quarter", "year"),
    pxPerDay: fc.option(fc.double({ min: 0.2, max: 96, noNaN: true })),
    first: firstDay,
    lengthDays: fc.oneof(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 800 })),
    kind: fc.constantFrom<DateGesture["kind"]>("move", "resize-start", "resize-end", "create"),
    days: fc.oneof(fc.integer({ min: -10, max: 10 }), fc.integer({ min: -400, max: 400 })),
    tooFar: fc.double({ min: -0.49, max: 0.49, noNaN: true }),
    grip: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  });
}

export const anyKeySteps: fc.Arbitrary<KeyStep[]> = fc.array(
  fc.record({
    part: fc.constantFrom<KeyStep["part"]>("move", "start", "end"),
    days: fc.constantFrom<KeyStep["days"]>(1, -1, 7, -7),
  }),
  { minLength: 1, maxLength: 12 },
);

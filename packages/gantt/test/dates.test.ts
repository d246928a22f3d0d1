import { toDayNumber, toIsoDate, type IsoDate } from "@gantry/schedule";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { barBox } from "../src/model/bar-box.ts";
import { editDays, type BarEdit, type BarGesture } from "../src/model/bar-edit.ts";
import { createTimeAxis, dayAt, dayToX, dragDays, xToDay, type TimeAxis } from "../src/model/time-axis.ts";
import {
  anyFirstDay,
  anyGesture,
  anyKeySteps,
  expectedSpan,
  expectedSpanOfKeys,
  type DateGesture,
  type KeyStep,
} from "./support/date-gestures.ts";
import { createHandCalendar } from "./support/hand-calendar.ts";
import { JULY_OFFSETS, oddDaysOf, testZones } from "./support/time-zones.ts";

const calendar = createHandCalendar();
const GESTURES_PER_ZONE = 14_000;
const KEYS_PER_ZONE = 2_000;

/** Days of the hand-counted calendar as the product knows them; the calendar's texts are the only bridge. */
const dayNumber = (index: number) => toDayNumber(calendar.dayAt(index) as IsoDate);
const texts = ({ first, last }: { first: number; last: number }) => [calendar.dayAt(first), calendar.dayAt(last)];
const isoTexts = ({ start, end }: BarEdit) => [toIsoDate(start), toIsoDate(end)];

function axisFor({ scale, pxPerDay, first, lengthDays }: DateGesture): TimeAxis {
  const span = { from: dayNumber(first), to: dayNumber(first + lengthDays - 1) };
  return createTimeAxis({
    scale,
    ...(pxPerDay !== null && { pxPerDay }),
    span,
    today: span.from + 30,
    viewWidthPx: 1_000,
  });
}

/** Carries a gesture out in pixels, as a drag in the chart does. */
function carryOut(gesture: DateGesture): BarEdit {
  const { first, lengthDays, kind, days, tooFar, grip } = gesture;
  const axis = axisFor(gesture);
  const start = dayNumber(first);
  const bar = { start, end: dayNumber(first + lengthDays - 1), progress: 40 };
  const distancePx = (days + tooFar) * axis.pxPerDay;
  if (kind === "create") {
    // A day is a day up to its last pixel: `grip` is within the first day, and so stays within the other.
    const pressed = xToDay(axis, dayToX(axis, start) + grip * axis.pxPerDay);
    const released = xToDay(axis, dayToX(axis, start) + (grip + days) * axis.pxPerDay);
    return { start: Math.min(pressed, released), end: Math.max(pressed, released), progress: 0 };
  }
  const gripX = dayToX(axis, start) + grip * lengthDays * axis.pxPerDay;
  const grabbedDay = dayAt(axis, gripX);
  const moved = dragDays(axis, gripX + distancePx - dayToX(axis, grabbedDay));
  return editDays(bar, { gesture: kind, days: moved });
}

const GESTURE_OF: Record<KeyStep["part"], BarGesture> = { move: "move", start: "resize-start", end: "resize-end" };

describe.each(testZones())("in %s", (zone) => {
  const before = process.env["TZ"];
  beforeEach(() => {
    process.env["TZ"] = zone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  });
  const firstDay = anyFirstDay(calendar, oddDaysOf(zone));

  test("the clocks of this test are those of the zone", () => {
    expect(new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset()).toBe(JULY_OFFSETS[zone]);
  });

  test("a drag lands on the day that a count by hand says, and its bar is drawn there", () => {
    fc.assert(
      fc.property(anyGesture(firstDay), (gesture) => {
        const wanted = expectedSpan(gesture);
        const edit = carryOut(gesture);
        const axis = axisFor(gesture);
        const box = barBox({
          shape: "bar",
          span: { ...edit, open: "none", inverted: false },
          index: 0,
          axis,
          metrics: { rowHeight: 28, barHeight: 16, stacked: false },
        });
        // The thinnest bar is drawn two pixels wide.
        const drawnWidth = Math.max((wanted.last - wanted.first + 1) * axis.pxPerDay, 2);
        expect([...isoTexts(edit), xToDay(axis, box.x), box.width]).toEqual([
          ...texts(wanted),
          dayNumber(wanted.first),
          drawnWidth,
        ]);
      }),
      { numRuns: GESTURES_PER_ZONE },
    );
  });

  test("keys land on the day that a count by hand says", () => {
    fc.assert(
      fc.property(firstDay, fc.integer({ min: 1, max: 60 }), anyKeySteps, (first, lengthDays, steps) => {
        const span = { first, last: first + lengthDays - 1 };
        const bar = { start: dayNumber(span.first), end: dayNumber(span.last), progress: 0 };
        const edit = steps.reduce((now, { part, days }) => editDays(now, { gesture: GESTURE_OF[part], days }), bar);
        expect(isoTexts(edit)).toEqual(texts(expectedSpanOfKeys(span, steps)));
      }),
      { numRuns: KEYS_PER_ZONE },
    );
  });
});

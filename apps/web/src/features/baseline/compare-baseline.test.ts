import type { BaselineDates, IsoDate } from "@gantry/api-contract";
import { createWorkingCalendar } from "@gantry/schedule";
import { expect, test } from "vitest";
import { compareBaseline } from "./compare-baseline.ts";

const calendar = createWorkingCalendar({ weekend: [0, 6], holidays: [], makeUpDays: [] });

type Span = readonly [IsoDate | null, IsoDate | null];

const item = (id: string, [start, end]: Span = [null, null], parentId: string | null = null) => ({
  id,
  parentId,
  start,
  end,
  progress: 0,
});
const then = (itemId: string, [start, end]: Span = [null, null]): BaselineDates => ({ itemId, start, end });
const compare = (items: Parameters<typeof compareBaseline>[0], dates: readonly BaselineDates[]) =>
  compareBaseline(items, { dates, calendar });

// 2 November 2026 is a Monday.
const week: Span = ["2026-11-02", "2026-11-06"];

test("an item that stands as it stood has no shift and no ghost", () => {
  const { shiftOf, datesOf, changed } = compare([item("a", week)], [then("a", week)]);
  expect([shiftOf("a"), datesOf("a"), changed]).toEqual([null, null, []]);
});

test("a shift counts working days of the end, weekends left out, either way", () => {
  const { shiftOf, datesOf } = compare(
    [item("a", ["2026-11-04", "2026-11-10"]), item("b", ["2026-11-02", "2026-11-05"])],
    [then("a", week), then("b", week)],
  );
  expect(shiftOf("a")).toEqual({ kind: "later", workingDays: 2, of: "end" });
  expect(datesOf("a")).toEqual({ start: week[0], end: week[1] });
  expect(shiftOf("b")).toEqual({ kind: "earlier", workingDays: 1, of: "end" });
});

test("where the end stayed, the start counts", () => {
  const { shiftOf } = compare([item("a", ["2026-11-04", "2026-11-06"])], [then("a", week)]);
  expect(shiftOf("a")).toEqual({ kind: "later", workingDays: 2, of: "start" });
});

test("a move over days off alone is still a move, of no working days", () => {
  const { shiftOf } = compare([item("a", ["2026-11-02", "2026-11-08"])], [then("a", week)]);
  expect(shiftOf("a")).toEqual({ kind: "later", workingDays: 0, of: "end" });
});

test("new items, items that got dates and items that lost them are told apart", () => {
  const { shiftOf, datesOf, gone } = compare(
    [item("new", week), item("dated", week), item("undated"), item("open", [null, "2026-11-06"]), item("never")],
    [then("dated"), then("undated", week), then("open", week), then("gone", week), then("never")],
  );
  expect(["new", "dated", "undated", "open", "never"].map((id) => shiftOf(id)?.kind)).toEqual([
    "new",
    "dated",
    "undated",
    "undated",
    undefined,
  ]);
  expect(datesOf("new")).toBeNull();
  expect(datesOf("undated")).toEqual({ start: week[0], end: week[1] });
  expect(gone).toBe(1);
});

test("a parent is compared by what is below it, then and now, and is not counted with it", () => {
  const { shiftOf, datesOf, changed } = compare(
    [item("p"), item("a", ["2026-11-02", "2026-11-09"], "p"), item("b", week, "p")],
    [then("p"), then("a", week), then("b", week)],
  );
  expect(shiftOf("p")).toEqual({ kind: "later", workingDays: 1, of: "end" });
  expect(datesOf("p")).toEqual({ start: week[0], end: week[1] });
  expect(changed.map(({ id }) => id)).toEqual(["a"]);
});

test("what is latest is listed first, what is earliest last", () => {
  const { changed } = compare(
    [
      item("early", ["2026-11-02", "2026-11-03"]),
      item("new"),
      item("late", ["2026-11-02", "2026-11-09"]),
      item("latest", ["2026-11-02", "2026-11-20"]),
    ],
    [then("early", week), then("late", week), then("latest", week)],
  );
  expect(changed.map(({ id }) => id)).toEqual(["latest", "late", "new", "early"]);
});

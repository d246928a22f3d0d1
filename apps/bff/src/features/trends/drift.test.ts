import { aWorkItem } from "@gantry/testkit";
import { chinaCalendar, createWorkingCalendar, type IsoDate } from "@gantry/schedule";
import { expect, test } from "vitest";
import { type DriftFacts, findDrift } from "./drift.ts";

const calendar = createWorkingCalendar(chinaCalendar);
const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);
const fromMs = at("2026-11-02");
const closed = { id: "5", name: "Closed", phase: "done" } as const;

/** Planned to end on a Friday. */
const finishedOn = (day: IsoDate, id = "1"): DriftFacts => ({
  item: aWorkItem({ id, status: closed, end: "2026-11-20" }),
  stretches: [
    { fromMs: at("2026-10-01"), isDone: false },
    { fromMs: at(day), isDone: true },
  ],
  endMoves: [],
});
const lateDays = (day: IsoDate) => findDrift([finishedOn(day)], { fromMs, calendar }).lateDays;

test("late and early are counted in working days, over a weekend as over none", () => {
  expect(lateDays("2026-11-20")).toBe(0);
  expect(lateDays("2026-11-23")).toBe(1);
  expect(lateDays("2026-11-24")).toBe(2);
  expect(lateDays("2026-11-17")).toBe(-3);
  // Saturday: nobody was expected to work since Friday.
  expect(lateDays("2026-11-21")).toBe(0);
});

test("finished items are early, on the day or late, and the furthest off comes first", () => {
  const drift = findDrift(
    [finishedOn("2026-11-20", "1"), finishedOn("2026-11-27", "2"), finishedOn("2026-11-19", "3")],
    { fromMs, calendar },
  );
  expect(drift).toMatchObject({ early: 1, onTime: 1, late: 1, lateDays: 4, untold: 0 });
  expect(drift.rows.map(({ itemId, lateDays: days }) => [itemId, days])).toEqual([
    ["2", 5],
    ["3", -1],
  ]);
});

test("what was finished before the range is no drift, and what nobody knows is untold", () => {
  const before = finishedOn("2026-10-15");
  const unknown = { ...finishedOn("2026-11-10"), stretches: null };
  const open = { ...before, item: aWorkItem({ end: "2026-11-20" }) };
  expect(findDrift([before, open], { fromMs, calendar })).toMatchObject({ early: 0, late: 0, untold: 0, rows: [] });
  expect(findDrift([unknown], { fromMs, calendar })).toMatchObject({ onTime: 0, untold: 1 });
});

test("moves of an end within the range add up; earlier ones, and those that clear or set it, do not", () => {
  const endMoves = [
    { at: at("2026-10-20"), from: "2026-11-02", to: "2026-11-30" },
    { at: at("2026-11-03"), from: "2026-11-20", to: "2026-11-27" },
    { at: at("2026-11-10"), from: "2026-11-27", to: "2026-11-25" },
    { at: at("2026-11-12"), from: null, to: "2026-11-20" },
  ] as const;
  const drift = findDrift([{ item: aWorkItem({ id: "1" }), stretches: null, endMoves }], { fromMs, calendar });
  expect(drift).toMatchObject({ movedItems: 1, moves: 2, movedDays: 3 });
});

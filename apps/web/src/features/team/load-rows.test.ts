import type { Load } from "@gantry/api-contract";
import { describe, expect, test } from "vitest";
import { isoWeekOf } from "./iso-week.ts";
import { heatOf, hoursTooMany, type ShownPeople, toTable } from "./load-rows.ts";

const none = { items: 0, hours: 0, withoutHours: 0 };
const person = (name: string) => ({ id: name.toLowerCase(), numericId: null, name });
const load: Load = {
  today: "2026-04-13",
  weeks: [
    { start: "2026-04-13", workingDays: 5, isShort: false },
    { start: "2026-04-20", workingDays: 5, isShort: false },
    { start: "2026-04-27", workingDays: 4, isShort: true },
  ],
  people: [
    {
      person: person("Wang"),
      plans: 1,
      cells: [{ week: 1, items: 2, hours: 28, withoutHours: 1, overdue: 0 }],
      unscheduled: { items: 2, hours: 5, withoutHours: 0 },
      later: none,
    },
    {
      person: person("Sun"),
      plans: 3,
      cells: [
        { week: 1, items: 8, hours: 58, withoutHours: 0, overdue: 0 },
        { week: 2, items: 1, hours: 8, withoutHours: 0, overdue: 0 },
      ],
      unscheduled: none,
      later: none,
    },
    {
      person: null,
      plans: 1,
      cells: [{ week: 0, items: 9, hours: 90, withoutHours: 0, overdue: 0 }],
      unscheduled: { items: 1, hours: 3, withoutHours: 0 },
      later: none,
    },
  ],
  projects: [],
  plans: 4,
  missing: { plans: 0, projects: 0 },
  readAt: null,
};
const wish = {
  first: 0,
  count: 3,
  search: "",
  show: "everyone" as const,
  compare: (a: string, b: string) => (a < b ? -1 : 1),
};

describe("the table of load", () => {
  test("people stand by name, sums are those of the weeks in view, and nobody's work overloads nobody", () => {
    const table = toTable(load, { ...wish, first: 1, count: 1 });
    expect(table.rows.map(({ person: one, hours }) => [one?.name, hours])).toEqual([
      ["Sun", 58],
      ["Wang", 28],
    ]);
    expect(table.nobody).toMatchObject({ hours: 0, isOverloaded: false });
    expect(toTable(load, wish).nobody?.cells[0]).toMatchObject({ hours: 90, tooMany: 0, heat: 0 });
    expect(table.unscheduled).toEqual({ items: 3, hours: 8, withoutHours: 0 });
  });

  test("the foot sums up who is in view; a short week holds less", () => {
    expect(toTable(load, wish).foot.map(({ hours, capacity }) => [hours, capacity])).toEqual([
      [0, 80],
      [86, 80],
      [8, 64],
    ]);
    expect(toTable(load, { ...wish, search: "wa" }).foot[1]).toMatchObject({ hours: 28, capacity: 40 });
  });

  test("only the overloaded are left of those overloaded in a week in view", () => {
    const names = (first: number) =>
      toTable(load, { ...wish, first, count: 1, show: "overloaded" }).rows.map((row) => row.person?.name);
    expect([names(1), names(2)]).toEqual([["Sun"], []]);
  });

  test("the free are those without work in the weeks in view, the busy those with work in any; nobody's is work", () => {
    const idle = { person: person("An"), plans: 0, cells: [], unscheduled: none, later: none };
    const shown = (show: ShownPeople) => {
      const table = toTable({ ...load, people: [...load.people, idle] }, { ...wish, first: 2, count: 1, show });
      return [...table.rows.map((row) => row.person?.name), table.nobody !== null];
    };
    expect(shown("free")).toEqual(["An", "Wang", false]);
    expect(shown("busy")).toEqual(["Sun", "Wang", true]);
    expect(shown("everyone")).toEqual(["An", "Sun", "Wang", true]);
  });

  test("half an hour above capacity is too much, and the ground, the mark and the number say the same", () => {
    expect([hoursTooMany(40.4, 40), hoursTooMany(40.5, 40), hoursTooMany(58, 40)]).toEqual([0, 1, 18]);
    const heat = (hours: number) => heatOf({ hours, items: 1, capacity: 40 });
    expect([16, 28, 36, 40.4, 40.5, 48, 49].map(heat)).toEqual([1, 2, 3, 4, "over", "over", "far-over"]);
    expect(heatOf({ hours: 0, items: 0, capacity: 40 })).toBe(0);
  });

  test("weeks have their ISO number, whichever weekday they begin on", () => {
    expect([
      isoWeekOf("2026-04-06"),
      isoWeekOf("2026-04-05"),
      isoWeekOf("2026-12-28"),
      isoWeekOf("2027-01-04"),
    ]).toEqual([15, 15, 53, 1]);
  });
});

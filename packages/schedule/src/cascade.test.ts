import { describe, expect, test } from "vitest";
import { type CascadeItem, findCascade } from "./cascade.ts";
import type { IsoDate } from "./days.ts";
import type { LinkType, NetworkLink } from "./network.ts";
import { createWorkingCalendar } from "./working-calendar.ts";

const calendar = createWorkingCalendar({ weekend: [0, 6], holidays: [], makeUpDays: [] });
/** 2026-11-23 is a Monday. */
const item = (id: string, rest: Partial<CascadeItem> = {}): CascadeItem => ({
  id,
  parentId: null,
  start: "2026-11-23",
  end: "2026-11-24",
  ...rest,
});
const link = (fromId: string, toId: string, { type = "FS" as LinkType, lagDays = 0 } = {}): NetworkLink => ({
  fromId,
  toId,
  type,
  lagDays,
});
const moveTo = (start: IsoDate, end: IsoDate) => new Map([["a", { start, end }]]);

describe("what a cascade leaves where it is", () => {
  test("is named with the reason: undated, inverted, locked, beyond the calendar, in a ring, or unknown", () => {
    const items = [
      item("a"),
      item("undated", { end: null }),
      item("inverted", { start: "2026-11-24", end: "2026-11-23" }),
      item("locked"),
      item("behind", { start: "2026-11-25", end: "2026-11-25" }),
      item("last", { start: "9999-12-30", end: "9999-12-31" }),
      item("parent", { start: null, end: null }),
      item("below", { parentId: "parent" }),
    ];
    const links = [
      ...["undated", "inverted", "locked", "elsewhere", "below"].map((id) => link("a", id)),
      link("a", "last", { lagDays: 2_600_000 }),
      link("locked", "behind"),
      link("below", "parent"),
    ];
    const isLocked = (id: string) => id === "locked";
    const found = findCascade(items, { moved: moveTo("2026-11-25", "2026-11-26"), links, calendar, isLocked });
    const why = Object.fromEntries([...found.staying].map(([id, stay]) => [id, stay.why]));
    expect(why).toEqual({ undated: "no-dates", inverted: "inverted", locked: "locked", last: "outside-calendar" });
    expect([...found.unknown.keys()]).toEqual(["elsewhere"]);
    // Pushed by a link that is in no ring, whatever ring it is in besides.
    expect([...found.pushed]).toEqual([["below", { start: "2026-11-27", end: "2026-11-30", cause: links[4] }]]);
  });

  test("a ring pushes nobody, and its items say so", () => {
    const items = [item("a"), item("b"), item("c")];
    const links = [link("a", "b"), link("b", "a"), link("b", "c")];
    const found = findCascade(items, { moved: moveTo("2026-12-01", "2026-12-02"), links, calendar });
    expect([...found.pushed.keys()]).toEqual([]);
    expect([...found.staying]).toEqual([["b", { why: "ring", cause: links[0] }]]);
  });

  test("a link that was broken before, and whose beginning does not come later, is nobody's business", () => {
    const items = [item("a"), item("b", { start: "2026-11-20", end: "2026-11-20" })];
    const links = [link("a", "b"), link("a", "b", { type: "SS" })];
    const shorter = findCascade(items, { moved: moveTo("2026-11-23", "2026-11-23"), links, calendar });
    expect(shorter.pushed.size).toBe(0);
    const longer = findCascade(items, { moved: moveTo("2026-11-23", "2026-11-25"), links, calendar });
    expect([...longer.pushed]).toEqual([["b", { start: "2026-11-26", end: "2026-11-26", cause: links[0] }]]);
  });
});

import { describe, expect, test } from "vitest";
import { chinaCalendar } from "./china-calendar.ts";
import { findCriticalPath } from "./critical-path.ts";
import { toIsoDate, type IsoDate } from "./days.ts";
import type { LinkType, NetworkLink } from "./network.ts";
import { createWorkingCalendar, type DaySpan } from "./working-calendar.ts";

const calendar = createWorkingCalendar(chinaCalendar);
type Item = { id: string } & DaySpan;
const item = (id: string, start: IsoDate | null, end: IsoDate | null): Item => ({ id, start, end });
/** `a FS b`, `a SS+2 b`, `a FF-1 b`. */
const link = (text: string): NetworkLink => {
  const [, fromId = "", type = "", lag, toId = ""] = /^(\w+) (FS|SS|FF|SF)([+-]\d+)? (\w+)$/.exec(text) ?? [];
  return { fromId, toId, type: type as LinkType, lagDays: Number(lag ?? 0) };
};
const sayLink = ({ fromId, type, lagDays, toId }: NetworkLink) => `${fromId} ${type}${lagDays || ""} ${toId}`;
const solve = (items: readonly Item[], ...links: string[]) =>
  findCriticalPath(items, { links: links.map(link), calendar });
const slackOf = (items: readonly Item[], ...links: string[]) =>
  Object.fromEntries([...solve(items, ...links).slack].map(([id, { slackDays }]) => [id, slackDays]));

/** 9–13 and 16–20 November 2026 are two plain weeks. */
const first = item("a", "2026-11-09", "2026-11-10");
const second = item("b", "2026-11-12", "2026-11-13");
const last = item("z", "2026-11-19", "2026-11-20");

describe("slack", () => {
  test("without links is the working days up to the plan's last day", () => {
    expect(slackOf([first, second, last])).toEqual({ a: 8, b: 5, z: 0 });
    expect(solve([first, second, last]).finish).toBe("2026-11-20");
  });

  test("runs backwards through a chain: what a successor may slip, and the gap before it", () => {
    expect(slackOf([first, second, last], "a FS b", "b FS z")).toEqual({ a: 4, b: 3, z: 0 });
    expect(slackOf([first, second, last], "a FS+1 b", "b FS+3 z")).toEqual({ a: 0, b: 0, z: 0 });
  });

  test.each([
    ["FS", 3],
    ["FS+1", 2],
    ["FS-1", 4],
    ["SS", 5],
    ["SS+3", 2],
    ["FF", 5],
    ["FF+4", 1],
    ["SF", 5],
    ["SF+2", 5],
    ["SF+3", 4],
  ])("of an item that a %s link holds is %i", (terms, expected) => {
    expect(slackOf([second, last], `b ${terms} z`)).toMatchObject({ b: expected });
  });

  test("steps over the long holiday and onto its make-up day", () => {
    // Working days between: 8, 9 and 10 October (a Saturday).
    const items = [item("a", "2026-09-29", "2026-09-30"), item("z", "2026-10-12", "2026-10-13")];
    expect(slackOf(items, "a FS z")).toEqual({ a: 3, z: 0 });
    expect(slackOf(items)).toEqual({ a: 5, z: 0 });
  });

  test("is negative, and critical, where a link is broken, and for all that lead there", () => {
    const items = [item("a", "2026-11-09", "2026-11-10"), item("b", "2026-11-11", "2026-11-17"), last];
    const late = item("c", "2026-11-16", "2026-11-20");
    const { slack } = solve([...items, late], "a FS b", "b FS c");
    expect([slack.get("a"), slack.get("b")].map((one) => [one?.slackDays, one?.critical])).toEqual([
      [-2, true],
      [-2, true],
    ]);
  });

  test("says which link bounds it first, or that the plan's last day does", () => {
    const { slack } = solve([first, second, last], "a SS b", "a FS b", "a FS+1 z");
    expect(sayLink(slack.get("a")?.boundBy ?? link("x FS x"))).toBe("a FS1 z");
    expect(slack.get("b")?.boundBy).toBeNull();
    const tied = solve([first, second, last], "a FS+1 b", "a SS+3 b").slack.get("a");
    expect([tied?.slackDays, sayLink(tied?.boundBy ?? link("x FS x"))]).toEqual([5, "a FS1 b"]);
  });
});

describe("who takes part", () => {
  test("items with both dates the right way round; others hold nothing", () => {
    const items = [first, item("open", null, "2026-12-01"), item("bad", "2026-12-02", "2026-12-01"), last];
    const { slack, finish } = solve(items, "a FS open", "a FS bad", "a FS nowhere", "nowhere FS z");
    expect([...slack.keys()]).toEqual(["a", "z"]);
    expect(slack.get("a")).toMatchObject({ slackDays: 8, boundBy: null });
    expect(finish).toBe("2026-11-20");
  });

  test("nobody in an empty plan", () => {
    expect(solve([])).toEqual({ finish: null, slack: new Map(), rings: [], ringLinks: new Set() });
  });

  test("an id that comes twice counts once, as it came first", () => {
    expect(slackOf([first, item("a", "2026-11-16", "2026-11-30"), last])).toEqual({ a: 8, z: 0 });
  });

  test("links in rings are left out and told by name; the others still hold", () => {
    const items = [first, second, item("c", "2026-11-16", "2026-11-17"), last];
    const { slack, rings, ringLinks } = solve(items, "a FS b", "b SS c", "c SS b", "c FS z");
    expect(rings).toEqual([["b", "c", "b"]]);
    expect([...ringLinks].map(sayLink)).toEqual(["b SS c", "c SS b"]);
    expect([...slack].map(([id, { slackDays }]) => [id, slackDays])).toEqual([
      ["a", 6],
      ["b", 5],
      ["c", 1],
      ["z", 0],
    ]);
  });
});

describe("large plans", () => {
  test(
    "a chain of 30,000 items, each a working day after the other, is critical throughout",
    { timeout: 180_000 },
    () => {
      let day = 20_000;
      const isWorked = (number: number) => ![0, 6].includes((number + 4) % 7);
      const items = Array.from({ length: 30_000 }, (_, index) => {
        do day += 1;
        while (!isWorked(day));
        return item(`${index}`, toIsoDate(day), toIsoDate(day));
      });
      const links = items.slice(1).map(({ id }, index) => link(`${index} FS ${id}`));
      const plain = createWorkingCalendar({ weekend: [0, 6], holidays: [], makeUpDays: [] });
      const { slack } = findCriticalPath(items, { links, calendar: plain });
      expect(slack.size).toBe(30_000);
      expect([...slack.values()].every(({ slackDays, critical }) => slackDays === 0 && critical)).toBe(true);
    },
  );

  test(
    "a plan from the year 0001 to 9999 with 30,000 items and 100,000 links is reckoned",
    { timeout: 180_000 },
    () => {
      const items = Array.from({ length: 30_000 }, (_, index) => item(`${index}`, "2026-11-09", "2026-11-10"));
      items.push(item("old", "0001-01-01", "0001-01-02"), item("far", "9999-12-30", "9999-12-31"));
      const links = Array.from({ length: 100_000 }, (_, index) =>
        link(`${index % 29_000} SS ${29_000 + (index % 997)}`),
      );
      const { slack } = findCriticalPath(items, { links, calendar });
      expect(slack.size).toBe(30_002);
      expect(slack.get("far")?.critical).toBe(true);
      expect(slack.get("0")?.slackDays).toBe(slack.get("29000")?.slackDays);
    },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type IsoDate } from "./days.ts";
import { placeWork, shareInWeek } from "./load.ts";
import { createLoadFrame, HOURS_A_DAY } from "./load-frame.ts";
import { type MovableWork, rebalance, type Rebalanced } from "./rebalance.ts";
import { createWorkingCalendar } from "./working-calendar.ts";

/** A Monday. */
const today: IsoDate = "2026-04-13";
const calendar = createWorkingCalendar({ weekend: [0, 6], holidays: [], makeUpDays: [] });
const frame = createLoadFrame({ calendar, today, firstDayOfWeek: 1, weeks: 8 });
const FULL = HOURS_A_DAY * 5;

const item = (id: string, rest: Partial<MovableWork> = {}): MovableWork => ({
  id,
  personId: "sun",
  start: "2026-04-20",
  end: "2026-04-24",
  hours: 16,
  takers: ["sun", "wang", "li"],
  ...rest,
});
const loads = (weeks: Record<string, readonly number[]>) =>
  new Map<string | null, readonly number[]>(Object.entries(weeks));
const evenly = (hours: number) => frame.weeks.map(() => hours);
const source = { personId: "sun", week: 1 };

describe("rebalancing a week", () => {
  test("hands the smallest item that is enough to whoever is then loaded least, on the same days", () => {
    const items = [item("big", { hours: 24 }), item("fit", { hours: 18 }), item("small", { hours: 10 })];
    const hours = loads({ sun: [0, 52, 0], wang: evenly(20), li: evenly(10) });
    expect(rebalance(items, { source, hours, frame })).toEqual([{ id: "fit", personId: "li", move: null, week: 1 }]);
  });

  test("puts off what nobody has room for, to the first later week that has", () => {
    const hours = loads({ sun: [0, 52, 38, 0], wang: evenly(FULL), li: evenly(FULL) });
    const [proposed] = rebalance([item("a")], { source, hours, frame });
    expect(proposed).toMatchObject({
      personId: "sun",
      week: 3,
      move: { span: { start: "2026-05-04", end: "2026-05-08" } },
    });
  });

  test("leaves what fits nowhere, and everything where nothing is too much", () => {
    const full = loads({ sun: [0, 60, ...evenly(FULL)], wang: evenly(FULL), li: evenly(FULL) });
    expect(rebalance([item("a")], { source, hours: full, frame })).toEqual([]);
    const free = loads({ sun: [0, FULL] });
    expect(rebalance([item("a")], { source, hours: free, frame })).toEqual([]);
  });

  test("nobody's work is handed out, to people who may take it only", () => {
    const items = [item("a", { personId: null, takers: ["li"] }), item("b", { personId: null, takers: [] })];
    const hours = new Map<string | null, readonly number[]>([
      [null, [0, 32]],
      ["li", evenly(0)],
      ["wang", evenly(0)],
    ]);
    const proposed = rebalance(items, { source: { personId: null, week: 1 }, hours, frame });
    expect(proposed).toEqual([{ id: "a", personId: "li", move: null, week: 1 }]);
  });

  test("moves each item once, and loads nobody above capacity who was not there before", () => {
    const items = fc.array(
      fc.record({ start: fc.nat({ max: 12 }), length: fc.nat({ max: 8 }), hours: fc.integer({ min: 1, max: 60 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(items, fc.array(fc.integer({ min: 0, max: 45 }), { minLength: 8, maxLength: 8 }), (spans, theirs) => {
        const all = spans.map(({ start, length, hours }, index) =>
          item(String(index), { start: addDays(today, start), end: addDays(today, start + length), hours }),
        );
        const before = frame.weeks.map((_, week) => sum(all.map((one) => hoursIn(one, { week }))));
        const hours = loads({ sun: before, wang: theirs });
        const moves = rebalance(
          all.map((one) => ({ ...one, takers: ["sun", "wang"] })),
          { source, hours, frame },
        );
        expect(new Set(moves.map(({ id }) => id)).size).toBe(moves.length);
        for (const week of frame.weeks.keys()) {
          const wang =
            (theirs[week] ?? 0) + sum(moves.map((move) => movedHours(move, { all, personId: "wang", week })));
          expect(wang).toBeLessThanOrEqual(Math.max(FULL, theirs[week] ?? 0) + 1e-6);
          const stayed = all.filter(({ id }) => !moves.some((move) => move.id === id));
          const sun =
            sum(stayed.map((one) => hoursIn(one, { week }))) +
            sum(moves.map((move) => movedHours(move, { all, personId: "sun", week })));
          expect(sun).toBeLessThanOrEqual(Math.max(FULL, before[week] ?? 0) + 1e-6);
        }
      }),
    );
  });
});

function hoursIn(one: MovableWork, { week }: { week: number }): number {
  return (one.hours ?? 0) * shareInWeek(placeWork(one, frame), { week, frame });
}

function movedHours(
  { id, personId, move }: Rebalanced,
  wanted: { all: readonly MovableWork[]; personId: string; week: number },
): number {
  const one = wanted.all.find((known) => known.id === id);
  if (one === undefined || personId !== wanted.personId || move?.kind === "stay") return 0;
  return hoursIn({ ...one, ...move?.span }, wanted);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

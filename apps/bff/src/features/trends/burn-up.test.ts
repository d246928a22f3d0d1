import type { WorkItem } from "@gantry/api-contract";
import { aWorkItem } from "@gantry/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { burnUp } from "./burn-up.ts";
import { dayEndMs, daysUpTo } from "./plan-days.ts";
import { doneSince, type StatusMove, statusTimeline, wasDoneAt } from "./status-timeline.ts";

const days = daysUpTo("2026-11-23", { count: 5 });
const nowMs = Date.parse("2026-11-23T12:00:00+08:00");
const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);
const knownSinceMs = at("2026-11-01");
const done = { id: "5", name: "Closed", phase: "done" } as const;
const open = { id: "2", name: "In progress", phase: "doing" } as const;
const move = (day: string, isDone: boolean | null, wasDone: boolean | null = isDone === null ? null : !isDone) => ({
  at: at(day),
  wasDone,
  isDone,
});
const past = (isDoneNow: boolean, moves: StatusMove[], rest: Partial<WorkItem> = {}) => ({
  item: aWorkItem({ status: isDoneNow ? done : open, createdAt: at("2026-10-01"), ...rest }),
  stretches: statusTimeline(isDoneNow, { moves, knownSinceMs }),
});
const count = (pasts: Parameters<typeof burnUp>[0]) =>
  burnUp(pasts, { days, nowMs }).map(({ scope, done: finished, unknown }) => [scope, finished, unknown]);

describe("a burn-up from records", () => {
  test("an item is done from the day on whose end it was, and again open where it was opened again", () => {
    expect(count([past(true, [move("2026-11-21", true)])])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [1, 1, 0],
      [1, 1, 0],
      [1, 1, 0],
    ]);
    expect(count([past(false, [move("2026-11-20", true), move("2026-11-22", false)])]).map(([, n]) => n)).toEqual([
      0, 1, 1, 0, 0,
    ]);
  });

  test("an item is there from its creation; one without that time was always there", () => {
    const scopes = [past(false, [], { createdAt: at("2026-11-22") }), past(false, [], { createdAt: null })];
    expect(count(scopes).map(([scope]) => scope)).toEqual([1, 1, 1, 2, 2]);
  });

  test("before records begin nothing is known but what is now", () => {
    const late = { ...past(true, []), stretches: statusTimeline(true, { moves: [], knownSinceMs: at("2026-11-22") }) };
    expect(count([late])).toEqual([
      [1, 0, 1],
      [1, 0, 1],
      [1, 0, 1],
      [1, 1, 0],
      [1, 1, 0],
    ]);
    const none = { ...late, stretches: null };
    expect(count([none]).map(([, , unknown]) => unknown)).toEqual([1, 1, 1, 1, 0]);
    expect(burnUp([none], { days, nowMs }).map(({ source }) => source)).toEqual([
      ...days.slice(1).map(() => "none"),
      "now",
    ]);
  });

  test("a record that does not lead to what came after leaves that stretch unknown, and what was before it known", () => {
    expect(count([past(true, [move("2026-11-21", false)])])).toEqual([
      [1, 1, 0],
      [1, 1, 0],
      [1, 0, 1],
      [1, 0, 1],
      [1, 1, 0],
    ]);
  });

  test("a status that the project does not know is neither done nor open", () => {
    expect(count([past(true, [move("2026-11-21", null, false)])]).map(([, , unknown]) => unknown)).toEqual([
      0, 0, 1, 1, 0,
    ]);
  });
});

describe("when an item was done", () => {
  test("it was so with the last move from open to done, whatever moves between done statuses came after", () => {
    const moves = [move("2026-11-10", true), move("2026-11-12", true, true)];
    expect(doneSince(statusTimeline(true, { moves, knownSinceMs }))).toBe(at("2026-11-10"));
  });

  test("what was done before records begin, and what no record leads to, was done nobody knows when", () => {
    expect(doneSince(statusTimeline(true, { moves: [], knownSinceMs }))).toBeNull();
    expect(doneSince(statusTimeline(true, { moves: [move("2026-11-10", false)], knownSinceMs }))).toBeNull();
  });
});

/** A true history: moves that follow from each other, in order. */
const histories = fc
  .array(fc.integer({ min: knownSinceMs, max: nowMs }), { maxLength: 6 })
  .map((instants) => [...new Set(instants)].toSorted((left, right) => left - right))
  .chain((instants) =>
    fc
      .tuple(fc.array(fc.boolean(), { minLength: instants.length, maxLength: instants.length }), fc.boolean())
      .map(([states, first]) => ({
        first,
        moves: instants.map((instant, index) => ({
          at: instant,
          wasDone: (index === 0 ? first : states[index - 1]) ?? first,
          isDone: states[index] ?? first,
        })),
      })),
  );
const nowOf = ({ first, moves }: { first: boolean; moves: StatusMove[] }) => moves.at(-1)?.isDone ?? first;

test("told backwards and looked at forwards, a history is the one that happened", () => {
  fc.assert(
    fc.property(histories, (history) => {
      const stretches = statusTimeline(nowOf(history), { moves: history.moves, knownSinceMs });
      expect(wasDoneAt(stretches, knownSinceMs - 1)).toBeNull();
      for (const { at: instant, isDone } of history.moves) expect(wasDoneAt(stretches, instant)).toBe(isDone);
      expect(wasDoneAt(stretches, nowMs)).toBe(nowOf(history));
      for (const { at: instant, wasDone } of history.moves.filter((one) => one.at > knownSinceMs))
        expect(wasDoneAt(stretches, instant - 1)).toBe(wasDone);
    }),
  );
});

test("with one record lost, the stretch that it told of is unknown, and what came after it is not", () => {
  const withLost = histories.chain((history) =>
    fc.record({ history: fc.constant(history), lost: fc.nat({ max: Math.max(0, history.moves.length - 1) }) }),
  );
  fc.assert(
    fc.property(withLost, ({ history, lost }) => {
      const { moves } = history;
      const gone = moves[lost];
      fc.pre(gone !== undefined && gone.wasDone !== gone.isDone);
      const whole = statusTimeline(nowOf(history), { moves, knownSinceMs });
      const kept = moves.filter((one) => one !== gone);
      const stretches = statusTimeline(nowOf(history), { moves: kept, knownSinceMs });
      for (const before of moves.slice(0, lost).slice(-1)) expect(wasDoneAt(stretches, before.at)).toBeNull();
      for (const { at: instant } of moves.slice(lost + 1))
        expect(wasDoneAt(stretches, instant)).toBe(wasDoneAt(whole, instant));
    }),
  );
});

test("done and unknown never exceed the scope, and today nothing is unknown", () => {
  const item = fc.record({
    history: histories,
    createdAt: fc.option(fc.integer({ min: at("2026-10-01"), max: nowMs })),
    hasRecords: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), (facts) => {
      const pasts = facts.map(({ history, createdAt, hasRecords }) => ({
        item: aWorkItem({ status: nowOf(history) ? done : open, createdAt }),
        stretches: hasRecords ? statusTimeline(nowOf(history), { moves: history.moves, knownSinceMs }) : null,
      }));
      const points = burnUp(pasts, { days, nowMs });
      expect(points.map(({ day }) => day)).toEqual(days);
      for (const point of points) expect(point.done + point.unknown).toBeLessThanOrEqual(point.scope);
      expect(points.at(-1)).toMatchObject({
        scope: facts.length,
        done: facts.filter(({ history }) => nowOf(history)).length,
        unknown: 0,
      });
      for (const { scope, day } of points)
        expect(scope).toBeGreaterThanOrEqual(
          pasts.filter((one) => (one.item.createdAt ?? 0) <= dayEndMs(day) - 86_400_000).length,
        );
    }),
  );
});

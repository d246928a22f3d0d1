import { expect, test } from "vitest";
import { areChangesDue, changesFrom, withChanges, withCursor } from "./freshness.ts";
import { createCopy } from "./project-copy.ts";

const MINUTE = 60_000;
const T = 1_790_000_000_000;
const begun = withCursor(createCopy({ domainId: "d", projectId: "p" }).feed, T);
const look = (feed: typeof begun, startedAt: number, ...changedAts: number[]) =>
  withChanges(feed, { changedAts, startedAt, touches: feed.touches });

test("the first look goes back past the reading, so that two clocks may differ", () => {
  expect(changesFrom(begun)).toBeLessThan(T - 10 * MINUTE);
});

test("looks go on from the newest change that CodeArts told, by its own clock", () => {
  const behind = look(begun, T, T - 4 * MINUTE);
  expect(changesFrom(behind)).toBe(T - 5 * MINUTE);
  // Looked again after a minute without news: what was committed late would have been told by then.
  const settled = look(look(behind, T + MINUTE), T + 2 * MINUTE);
  expect(changesFrom(settled)).toBe(T - 4 * MINUTE);
  expect(changesFrom(look(settled, T + 3 * MINUTE, T + 3 * MINUTE))).toBe(T + 2 * MINUTE);
});

test("an instant ahead, be it a little, hides nothing that changes until then", () => {
  for (const ahead of [MINUTE, 9 * MINUTE, 600 * MINUTE]) {
    const asked = look(begun, T, T - 3 * MINUTE, T + ahead);
    expect(changesFrom(asked)).toBe(changesFrom(look(begun, T, T - 3 * MINUTE)));
  }
});

test("one look serves everybody for a while, unless Gantry itself changed something", () => {
  const asked = look(begun, T);
  const soon = { now: T + 1_000, isFresh: false };
  expect(areChangesDue(asked, soon)).toBe(false);
  expect(areChangesDue(asked, { ...soon, isFresh: true })).toBe(true);
  expect(areChangesDue({ ...asked, touches: 1 }, soon)).toBe(true);
  expect(areChangesDue(look({ ...asked, touches: 1 }, T + 500), soon)).toBe(false);
});

test("where CodeArts tells no changes, it is not asked again for an hour", () => {
  const refused = { ...begun, refusedAt: T };
  expect(areChangesDue(refused, { now: T + MINUTE, isFresh: true })).toBe(false);
  expect(areChangesDue(refused, { now: T + 61 * MINUTE, isFresh: false })).toBe(true);
});

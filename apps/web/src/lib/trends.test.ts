import type { IsoDate, ProjectTrend, TrendEvent, TrendPoint } from "@gantry/api-contract";
import { aProject } from "@gantry/testkit";
import { expect, test } from "vitest";
import { emptyTrends, foldTrends, plannedOn, sumTrends } from "./trends.ts";

const days: readonly IsoDate[] = ["2026-11-20", "2026-11-21", "2026-11-22"];
const drift = {
  early: 1,
  onTime: 2,
  late: 3,
  lateDays: 4,
  untold: 5,
  movedItems: 6,
  moves: 7,
  movedDays: 8,
  rows: [],
};
const point = (day: IsoDate, rest: Partial<TrendPoint>): TrendPoint => ({
  day,
  scope: 10,
  done: 4,
  unknown: 0,
  source: "records",
  ...rest,
});
const trend = (projectId: string, rest: Partial<ProjectTrend>): ProjectTrend => ({
  projectId,
  points: days.map((day) => point(day, {})),
  due: [],
  undated: 1,
  history: { knownSince: null, limit: null },
  drift,
  failedPlans: 0,
  ...rest,
});

test("a day that one project does not know leaves that project's leaves unknown, and no others", () => {
  const unknown = trend("b", { points: days.map((day) => point(day, { done: 0, unknown: 10, source: "none" })) });
  const { points } = sumTrends([trend("a", {}), unknown], { latest: "2026-12-31" });
  expect(points[0]).toEqual({
    day: "2026-11-20",
    scope: 20,
    done: 4,
    unknown: 10,
    sources: new Set(["records", "none"]),
  });
});

test("what was told of the same days stands until it is told anew; of other days nothing stands", () => {
  const [from, to] = ["2026-11-20", "2026-11-22"] as const;
  const projects = [aProject({ id: "a" }), aProject({ id: "b" })];
  const told = [trend("a", {}), trend("b", {})].reduce(
    (state, one) => foldTrends(state, { type: "trend", trend: one }),
    foldTrends(emptyTrends, { type: "projects", projects, from, to }),
  );
  const again = foldTrends(told, { type: "projects", projects, from, to });
  expect(again.projects.map((one) => [one.trend?.projectId, one.isReading])).toEqual([
    ["a", true],
    ["b", true],
  ]);
  const tomorrow = foldTrends(told, { type: "projects", projects, from: "2026-11-21", to: "2026-11-23" });
  expect(tomorrow.projects.map((one) => one.trend)).toEqual([null, null]);
});

test("news of one project leave the others as they are, and how old these are", () => {
  const projects = [aProject({ id: "a" }), aProject({ id: "b" })];
  const range = { from: "2026-11-20", to: "2026-11-22" } as const;
  const whole = foldTrends(foldTrends(emptyTrends, { type: "projects", projects, ...range }), {
    type: "end",
    readAt: 7,
  });
  const [only] = projects;
  const news: TrendEvent[] = [
    { type: "projects", projects: only === undefined ? [] : [only], ...range },
    { type: "trend", trend: trend("a", { undated: 9 }) },
    { type: "end", readAt: 9 },
  ];
  const after = news.reduce((state, event) => foldTrends(state, event, { only: "a" }), whole);
  expect(after.projects.map((one) => one.trend?.undated)).toEqual([9, undefined]);
  expect(after.projects[1]).toBe(whole.projects[1]);
  expect(after.readAt).toBe(7);
});

test("planned ends add up from the first day on, with all that was planned before, to the latest day", () => {
  const due: ProjectTrend["due"] = [
    { day: "2026-01-01", count: 3 },
    { day: "2026-11-21", count: 2 },
    { day: "2027-06-01", count: 9 },
  ];
  const { planned } = sumTrends([trend("a", { due }), trend("b", { due: [{ day: "2026-11-20", count: 1 }] })], {
    latest: "2026-12-31",
  });
  expect(planned).toEqual([
    { day: "2026-11-20", count: 4 },
    { day: "2026-11-21", count: 6 },
  ]);
  expect([plannedOn(planned, "2026-11-19"), plannedOn(planned, "2026-11-22")]).toEqual([0, 6]);
});

test("drifts add up, and rows of several projects keep the furthest off first", () => {
  const row = { itemId: "1", number: "1", title: "A", plannedEnd: null, doneOn: null, moves: 0, movedDays: 0 };
  const late = (lateDays: number) => ({ ...drift, rows: [{ ...row, lateDays }] });
  const summed = sumTrends([trend("a", { drift: late(1) }), trend("b", { drift: late(-9) })], { latest: "2026-12-31" });
  expect(summed.drift).toMatchObject({ early: 2, moves: 14, rows: [{ projectId: "b" }, { projectId: "a" }] });
});

test("a stream starts anew with its projects, and each is told by itself", () => {
  const one = aProject({ id: "a" });
  const two = aProject({ id: "b" });
  const begun = foldTrends(emptyTrends, {
    type: "projects",
    projects: [one, two],
    from: "2026-11-20",
    to: "2026-11-22",
  });
  const told = foldTrends(begun, { type: "trend", trend: trend("a", {}) });
  expect(told.projects.map(({ isReading }) => isReading)).toEqual([false, true]);
  const error = { code: "upstream.unavailable", message: "No", requestId: "r" } as const;
  const failed = foldTrends(told, { type: "project-failed", projectId: "b", error });
  expect(failed.projects[1]).toMatchObject({ error, isReading: false, trend: null });
});

import type { CoverageEvent } from "@gantry/api-contract";
import { aProject } from "@gantry/testkit";
import { expect, test } from "vitest";
import { beginCoverage, type Coverage, emptyCoverage, foldCoverage, settleCoverage, sumCoverage } from "./coverage.ts";

const one = aProject({ id: "1".repeat(32), name: "One" });
const two = aProject({ id: "2".repeat(32), name: "Two" });
const counts = (projectId: string, noPlan: number): CoverageEvent => ({
  type: "counts",
  projectId,
  items: 10,
  plans: 2,
  failedPlans: 0,
  readAt: 5,
  counts: { "no-plan": noPlan, "plans-differ": 0, "closed-planned": 0, "outside-sprint": 0 },
});
const failed = (projectId: string): CoverageEvent => ({
  type: "project-failed",
  projectId,
  error: { code: "upstream.unavailable", message: "No", requestId: "r" },
});
const fold = (
  events: readonly CoverageEvent[],
  { from = emptyCoverage, only }: { from?: Coverage; only?: string } = {},
) => events.reduce((state, event) => foldCoverage(state, { event, only }), from);
const first: CoverageEvent = { type: "projects", projects: [one, two] };

test("projects wait until they are told, and counts add up over those that were", () => {
  const state = fold([first, counts(one.id, 3)]);
  expect(state.projects.map(({ isReading }) => isReading)).toEqual([false, true]);
  expect(sumCoverage(state, "no-plan")).toBe(3);
  expect(sumCoverage(fold([counts(two.id, 4)], { from: state }), "no-plan")).toBe(7);
});

test("a failure keeps what was read before, and is gone once the project answers", () => {
  const read = fold([first, counts(one.id, 3), counts(two.id, 4), { type: "end", readAt: 9 }]);
  const again = fold([first, failed(one.id)], { from: read });
  expect(again.projects[0]).toMatchObject({
    read: { counts: { "no-plan": 3 } },
    error: { code: "upstream.unavailable" },
  });
  expect(fold([counts(one.id, 2)], { from: again }).projects[0]).toMatchObject({ error: null, isReading: false });
});

test("one project read alone leaves the others and the time of the whole as they were", () => {
  const read = fold([first, counts(one.id, 3), counts(two.id, 4), { type: "end", readAt: 9 }]);
  const only = two.id;
  const events: CoverageEvent[] = [
    { type: "projects", projects: [two] },
    counts(two.id, 1),
    { type: "end", readAt: 20 },
  ];
  const state = fold(events, { from: beginCoverage(read, only), only });
  expect(state.projects.map((project) => project.read?.counts["no-plan"])).toEqual([3, 1]);
  expect(state.readAt).toBe(9);
});

test("a stream that breaks off leaves nobody waiting", () => {
  expect(settleCoverage(fold([first]), undefined).projects.some(({ isReading }) => isReading)).toBe(false);
});

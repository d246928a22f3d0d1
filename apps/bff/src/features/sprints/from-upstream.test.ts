import { ipdPlanListSchema, sprintSchema } from "@gantry/codearts-contract";
import * as v from "valibot";
import { expect, test } from "vitest";
import { toIpdSprints, toScrumSprints } from "./from-upstream.ts";

test("Scrum sprints keep days and state, and deleted ones are left out", () => {
  const wire = [
    { id: 1, name: "Old data", begin_time: "2026-11-02", end_time: "2026-11-13", status: "open" },
    { id: 2, name: "Gone", status: "2", deleted: true },
    { id: 3, name: "Next", begin_time: "", status: "0" },
  ];
  expect(toScrumSprints(wire.map((one) => v.parse(sprintSchema, one)))).toEqual([
    {
      id: "1",
      name: "Old data",
      kind: "sprint",
      parentId: null,
      start: "2026-11-02",
      end: "2026-11-13",
      state: "running",
    },
    { id: "3", name: "Next", kind: "sprint", parentId: null, start: null, end: null, state: "planned" },
  ]);
});

test("IPD's PIs hold their iterations, nested or flat, and milestones are neither", () => {
  const pi = {
    id: "957294446158852096",
    title: "PI 2",
    category: "PI",
    status: "going",
    plan_start_date: 1_795_363_200_000,
  };
  const iteration = { id: "957294446158852097", title: "Iteration 1", category: "Iteration", status: "ended" };
  const milestone = { id: "957294446158852098", title: "Gate", category: "PlanMilestone", status: "planned" };
  const nested = toIpdSprints(v.parse(ipdPlanListSchema, [{ ...pi, children: [iteration, milestone] }]));
  const flat = toIpdSprints(v.parse(ipdPlanListSchema, [pi, { ...iteration, parent_id: pi.id }, milestone]));
  expect(nested).toEqual(flat);
  expect(flat).toMatchObject([
    { id: pi.id, kind: "pi", parentId: null, start: "2026-11-23", state: "running" },
    { id: iteration.id, kind: "iteration", parentId: pi.id, state: "ended" },
  ]);
});

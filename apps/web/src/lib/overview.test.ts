import type { OverviewEvent, Project } from "@gantry/api-contract";
import { aRollUp } from "@gantry/testkit";
import { describe, expect, it } from "vitest";
import { emptyOverview, foldOverview, type Overview, settleOverview } from "./overview.ts";

const project = (id: string): Project => ({
  id,
  name: `Project ${id}`,
  kind: "scrum",
  description: "",
  updatedAt: null,
});
const plansOf = (projectId: string, names: readonly string[]): Extract<OverviewEvent, { type: "plans" }> => ({
  type: "plans",
  projectId,
  isKnownBefore: false,
  plans: names.map((name) => ({
    plan: { id: name, projectId, name, type: "gantt", creator: null, updater: null, createdAt: null, updatedAt: null },
    rollUp: aRollUp(),
    readAt: 1,
  })),
});
const unread = (event: OverviewEvent): OverviewEvent =>
  event.type === "plans" ? { ...event, plans: event.plans.map((one) => ({ ...one, rollUp: null })) } : event;
const rollUpOf = (projectId: string, items: Record<string, number>): OverviewEvent => ({
  type: "roll-ups",
  projectId,
  rollUps: Object.entries(items).map(([planId, count]) => ({ planId, rollUp: aRollUp({ items: count }), readAt: 1 })),
});
const failed = (projectId: string): OverviewEvent => ({
  type: "project-failed",
  projectId,
  error: { code: "upstream.busy", message: "busy", requestId: "r" },
});
const projects = (...ids: string[]): OverviewEvent => ({ type: "projects", projects: ids.map(project) });

const current = (projectId: string, readAt = 1): OverviewEvent => ({ type: "project-read", projectId, readAt });
const remembered = (projectId: string, names: readonly string[]): OverviewEvent => ({
  ...plansOf(projectId, names),
  isKnownBefore: true,
});

function read(lines: readonly OverviewEvent[], options: { from?: Overview; only?: string } = {}): Overview {
  const { from = emptyOverview, ...reading } = options;
  return lines.reduce((state, event) => foldOverview(state, event, reading), from);
}

const shown = (overview: Overview) =>
  overview.projects.map((one) => [one.project.id, one.plans.map(({ plan }) => plan.name)]);

const numbers = (overview: Overview) =>
  Object.fromEntries(
    overview.projects.flatMap((one) => one.plans.map(({ plan, rollUp }) => [plan.name, rollUp?.items ?? null])),
  );

const states = (overview: Overview) =>
  overview.projects.map(({ project: { id }, isReading, readAt, error }) => [
    id,
    isReading,
    readAt,
    error?.code ?? null,
  ]);

describe("the overview's stream", () => {
  it("shows the plans of a project as soon as it answers, while others are still being read", () => {
    const half = read([projects("a", "b"), plansOf("b", ["Beta"]), current("b", 7)]);
    expect(shown(half)).toEqual([
      ["a", []],
      ["b", ["Beta"]],
    ]);
    expect(states(half)).toEqual([
      ["a", true, null, null],
      ["b", false, 7, null],
    ]);
    expect(half.readAt).toBeNull();
  });

  it("shows plans by name first and their numbers as they come", () => {
    const named = read([projects("a"), unread(plansOf("a", ["Alpha", "Beta"]))]);
    expect(numbers(named)).toEqual({ Alpha: null, Beta: null });
    const half = read([rollUpOf("a", { Beta: 2 })], { from: named });
    expect(numbers(half)).toEqual({ Alpha: null, Beta: 2 });
    expect(numbers(read([rollUpOf("a", { Alpha: 1 })], { from: half }))).toEqual({ Alpha: 1, Beta: 2 });
  });

  it("paints what was known before at once, says how old it is, and gives it up for what CodeArts tells", () => {
    const known = read([projects("a"), remembered("a", ["Alpha"])]);
    expect(shown(known)).toEqual([["a", ["Alpha"]]]);
    expect(states(known)).toEqual([["a", true, 1, null]]);
    const told = read([plansOf("a", ["Alpha 2"]), current("a", 9), { type: "end", readAt: 9 }], { from: known });
    expect(shown(told)).toEqual([["a", ["Alpha 2"]]]);
    expect(states(told)).toEqual([["a", false, 9, null]]);
  });

  it("takes what the server knew meanwhile for what is shown, since it is not told a second time", () => {
    const before = read([projects("a"), plansOf("a", ["Alpha"]), current("a", 5), failed("a")]);
    const known = read([projects("a"), remembered("a", ["Alpha", "Since"])], { from: before });
    expect(shown(known)).toEqual([["a", ["Alpha", "Since"]]]);
    expect(states(known)).toEqual([["a", true, 5, "upstream.busy"]]);
    expect(states(read([current("a", 9)], { from: known }))).toEqual([["a", false, 9, null]]);
  });

  it("that ends well makes every plan as new as it is, but those that failed", () => {
    const error = { code: "upstream.busy" as const, message: "busy", requestId: "r" };
    const lost: OverviewEvent = {
      type: "roll-ups",
      projectId: "a",
      rollUps: [{ planId: "Beta", rollUp: null, readAt: null, error }],
    };
    const whole = read([projects("a"), plansOf("a", ["Alpha", "Beta"]), lost, current("a", 9)]);
    expect(whole.projects[0]?.plans.map(({ plan, readAt }) => [plan.name, readAt])).toEqual([
      ["Alpha", 9],
      ["Beta", 1],
    ]);
  });

  it("keeps a plan's numbers while they are read again, and with the reason where that fails", () => {
    const before = read([projects("a"), unread(plansOf("a", ["Alpha", "Beta"])), rollUpOf("a", { Alpha: 1, Beta: 2 })]);
    const again = read([projects("a"), unread(plansOf("a", ["Alpha", "Beta"]))], { from: before });
    expect(numbers(again)).toEqual({ Alpha: 1, Beta: 2 });
    const error = { code: "upstream.busy" as const, message: "busy", requestId: "r" };
    const lost: OverviewEvent = {
      type: "roll-ups",
      projectId: "a",
      rollUps: [{ planId: "Alpha", rollUp: null, readAt: null, error }],
    };
    const after = read([lost], { from: again });
    expect(numbers(after)).toEqual({ Alpha: 1, Beta: 2 });
    expect(after.projects[0]?.plans.map((one) => [one.readAt, one.error?.code])).toEqual([
      [1, "upstream.busy"],
      [1, undefined],
    ]);
  });

  it("keeps what was read before of a project that fails, with the time of that reading", () => {
    const before = read([
      projects("a", "b"),
      plansOf("a", ["Alpha"]),
      current("a"),
      plansOf("b", ["Beta"]),
      current("b"),
      { type: "end", readAt: 1 },
    ]);
    const lines = [projects("a", "b"), plansOf("a", ["Alpha 2"]), failed("b"), current("a", 9)];
    const after = read([...lines, { type: "end", readAt: 9 }], { from: before });
    expect(shown(after)).toEqual([
      ["a", ["Alpha 2"]],
      ["b", ["Beta"]],
    ]);
    expect(states(after)).toEqual([
      ["a", false, 9, null],
      ["b", false, 1, "upstream.busy"],
    ]);
  });

  it("of one project leaves all others as they are, and forgets its failure once it answers", () => {
    const before = read([
      projects("a", "b"),
      plansOf("a", ["Alpha"]),
      current("a"),
      failed("b"),
      { type: "end", readAt: 1 },
    ]);
    const begun = read([projects("b")], { from: before, only: "b" });
    expect(states(begun)).toEqual([
      ["a", false, 1, null],
      ["b", true, null, "upstream.busy"],
    ]);
    const after = read([plansOf("b", ["Beta"]), current("b", 9), { type: "end", readAt: 9 }], {
      from: begun,
      only: "b",
    });
    expect(states(after)).toEqual([
      ["a", false, 1, null],
      ["b", false, 9, null],
    ]);
    expect(after.projects[0]).toBe(before.projects[0]);
    expect(after.readAt).toBe(1);
  });

  it("that broke off leaves nothing that seems to be read still", () => {
    const half = read([projects("a", "b"), plansOf("a", ["Alpha"])]);
    expect(states(settleOverview(half)).map(([, isReading]) => isReading)).toEqual([false, false]);
    expect(states(settleOverview(half, { only: "b" })).map(([, isReading]) => isReading)).toEqual([true, false]);
  });

  it("drops projects that are no longer there", () => {
    const before = read([projects("a", "b"), plansOf("a", ["Alpha"])]);
    expect(shown(read([projects("b")], { from: before }))).toEqual([["b", []]]);
  });
});

import type { OverviewEvent, PlanRollUp, Project } from "@gantry/api-contract";
import { describe, expect, it } from "vitest";
import { emptyOverview, foldOverview, type Overview } from "./overview.ts";

const project = (id: string): Project => ({
  id,
  name: `Project ${id}`,
  kind: "scrum",
  description: "",
  updatedAt: null,
});
const rollUp = (items: number): PlanRollUp => ({
  items,
  done: 0,
  progress: 0,
  overdue: 0,
  unscheduled: 0,
  unassigned: 0,
  blocked: 0,
  start: null,
  end: null,
  changedAt: null,
  people: [],
  peopleCount: 0,
  health: "on-track",
  reasons: [],
});
const plansOf = (projectId: string, names: readonly string[]): OverviewEvent => ({
  type: "plans",
  projectId,
  isKnownBefore: false,
  plans: names.map((name) => ({
    plan: { id: name, projectId, name, type: "gantt", creator: null, updater: null, createdAt: null, updatedAt: null },
    rollUp: rollUp(0),
    readAt: 1,
  })),
});
const unread = (event: OverviewEvent): OverviewEvent =>
  event.type === "plans" ? { ...event, plans: event.plans.map((one) => ({ ...one, rollUp: null })) } : event;
const rollUpOf = (projectId: string, items: Record<string, number>): OverviewEvent => ({
  type: "roll-ups",
  projectId,
  rollUps: Object.entries(items).map(([planId, count]) => ({ planId, rollUp: rollUp(count), readAt: 1 })),
});
const failed = (projectId: string): OverviewEvent => ({
  type: "project-failed",
  projectId,
  error: { code: "upstream.busy", message: "busy", requestId: "r" },
});
const projects = (...ids: string[]): OverviewEvent => ({ type: "projects", projects: ids.map(project) });

function read(lines: readonly OverviewEvent[], options: { from?: Overview; now?: number } = {}): Overview {
  return lines.reduce(
    (state, event) => foldOverview(state, { event, now: options.now ?? 1 }),
    options.from ?? emptyOverview,
  );
}

const shown = (overview: Overview) =>
  overview.projects.map((one) => [one.project.id, one.plans.map(({ plan }) => plan.name)]);

const numbers = (overview: Overview) =>
  Object.fromEntries(
    overview.projects.flatMap((one) => one.plans.map(({ plan, rollUp }) => [plan.name, rollUp?.items ?? null])),
  );

describe("the overview's stream", () => {
  it("shows the plans of a project as soon as it answers, while others are still being read", () => {
    const half = read([projects("a", "b"), plansOf("b", ["Beta"])]);
    expect(shown(half)).toEqual([
      ["a", []],
      ["b", ["Beta"]],
    ]);
    expect(half.projects.map((one) => one.isReading)).toEqual([true, false]);
    expect(half.readAt).toBeNull();
  });

  it("shows plans by name first and their numbers as they come, and is reading until the last of them", () => {
    const named = read([projects("a"), unread(plansOf("a", ["Alpha", "Beta"]))]);
    expect(numbers(named)).toEqual({ Alpha: null, Beta: null });
    const half = read([rollUpOf("a", { Beta: 2 })], { from: named });
    expect(numbers(half)).toEqual({ Alpha: null, Beta: 2 });
    expect(half.projects[0]?.isReading).toBe(true);
    const whole = read([rollUpOf("a", { Alpha: 1 })], { from: half });
    expect(numbers(whole)).toEqual({ Alpha: 1, Beta: 2 });
    expect(whole.projects[0]?.isReading).toBe(false);
  });

  it("keeps a plan's numbers while they are read again, and gives them up where that fails", () => {
    const before = read([projects("a"), unread(plansOf("a", ["Alpha", "Beta"])), rollUpOf("a", { Alpha: 1, Beta: 2 })]);
    const again = read([projects("a"), unread(plansOf("a", ["Alpha", "Beta"]))], { from: before });
    expect(numbers(again)).toEqual({ Alpha: 1, Beta: 2 });
    expect(again.projects[0]?.isReading).toBe(true);
    const error = { code: "upstream.busy" as const, message: "busy", requestId: "r" };
    const lost: OverviewEvent = {
      type: "roll-ups",
      projectId: "a",
      rollUps: [{ planId: "Alpha", rollUp: null, readAt: null, error }],
    };
    expect(numbers(read([lost], { from: again }))).toEqual({ Alpha: null, Beta: 2 });
  });

  it("keeps what was read before of a project that fails, with the time of that reading", () => {
    const before = read([
      projects("a", "b"),
      plansOf("a", ["Alpha"]),
      plansOf("b", ["Beta"]),
      { type: "end", readAt: 1 },
    ]);
    const after = read([projects("a", "b"), plansOf("a", ["Alpha 2"]), failed("b"), { type: "end", readAt: 9 }], {
      from: before,
      now: 9,
    });
    expect(shown(after)).toEqual([
      ["a", ["Alpha 2"]],
      ["b", ["Beta"]],
    ]);
    expect(after.projects.map(({ readAt, error }) => [readAt, error?.code ?? null])).toEqual([
      [9, null],
      [1, "upstream.busy"],
    ]);
  });

  it("forgets the failure once the project answers again", () => {
    const before = read([projects("a"), failed("a")]);
    expect(read([projects("a"), plansOf("a", ["Alpha"])], { from: before }).projects[0]?.error).toBeNull();
  });

  it("drops projects that are no longer there", () => {
    const before = read([projects("a", "b"), plansOf("a", ["Alpha"])]);
    expect(shown(read([projects("b")], { from: before }))).toEqual([["b", []]]);
  });
});

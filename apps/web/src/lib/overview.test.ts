import type { OverviewEvent, Project } from "@gantry/api-contract";
import { describe, expect, it } from "vitest";
import { emptyOverview, foldOverview, type Overview } from "./overview.ts";

const project = (id: string): Project => ({
  id,
  name: `Project ${id}`,
  kind: "scrum",
  description: "",
  updatedAt: null,
});
const plansOf = (projectId: string, names: readonly string[]): OverviewEvent => ({
  type: "plans",
  projectId,
  plans: names.map((name) => ({
    plan: { id: name, projectId, name, type: "gantt", creator: null, updater: null, createdAt: null, updatedAt: null },
    rollUp: null,
  })),
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

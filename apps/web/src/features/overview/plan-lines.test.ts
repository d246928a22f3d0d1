import type { ErrorBody } from "@gantry/api-contract";
import { aPlan, aProject, aRollUp } from "@gantry/testkit";
import { describe, expect, it } from "vitest";
import { formatOf } from "../../i18n/format.ts";
import type { Overview, OverviewProject } from "../../lib/overview.ts";
import { toCardRows } from "./card-rows.ts";
import { ALL } from "./overview-search.ts";
import { flipGroup, type OverviewLine, toFlatLines, toGroupedLines } from "./plan-lines.ts";
import { toRows } from "./plan-rows.ts";

const format = formatOf("en");
const busy: ErrorBody["error"] = { code: "upstream.busy", message: "busy", requestId: "r" };

function group(name: string, plans: readonly string[], facts: Partial<OverviewProject> = {}): OverviewProject {
  const project = aProject({ id: name, name });
  return {
    project,
    plans: plans.map((id) => ({
      plan: aPlan({ id, name: id, projectId: name }),
      rollUp: aRollUp({ items: 1 }),
      readAt: 1,
    })),
    readAt: 1,
    error: null,
    isReading: false,
    ...facts,
  };
}

const overview: Overview = {
  readAt: 1,
  projects: [group("Zeta", ["z1", "z2"]), group("Bare", []), group("Alpha", ["a1", "a2", "a3"]), group("Broken", [])],
};

function grouped(options: { order?: readonly string[]; folded?: string[]; isFiltered?: boolean; of?: Overview } = {}) {
  const { order = ["z1", "a1", "a2", "z2", "a3"], folded = [], isFiltered = false, of = overview } = options;
  const rows = toRows(of).filter(({ plan }) => order.includes(plan.id));
  rows.sort((left, right) => order.indexOf(left.plan.id) - order.indexOf(right.plan.id));
  return toGroupedLines(rows, { overview: of, folded, isFiltered, format });
}

const shown = (lines: readonly OverviewLine[]) =>
  lines.map((line) => (line.kind === "group" ? `# ${line.group.project.name}` : line.row.plan.id));

describe("the plans under their projects", () => {
  it("keep their order, their projects come in the order of their first plan, those without plans last by name", () => {
    expect(shown(grouped())).toEqual(["# Zeta", "z1", "z2", "# Alpha", "a1", "a2", "a3", "# Bare", "# Broken"]);
  });

  it("leave out projects that a filter empties, but not those that failed", () => {
    const failed: Overview = {
      ...overview,
      projects: overview.projects.map((one) => (one.project.name === "Broken" ? { ...one, error: busy } : one)),
    };
    expect(shown(grouped({ of: failed, isFiltered: true, order: ["a2"] }))).toEqual(["# Alpha", "a2", "# Broken"]);
  });

  it("fold away one by one or all, and the head still says what they add up to", () => {
    const one = grouped({ folded: ["Zeta"] });
    expect(shown(one).slice(0, 3)).toEqual(["# Zeta", "# Alpha", "a1"]);
    expect(one[0]).toMatchObject({ isFolded: true, totals: { plans: 2, items: 2 } });
    expect(shown(grouped({ folded: [ALL] }))).toEqual(["# Zeta", "# Alpha", "# Bare", "# Broken"]);
  });

  it("have their place among their siblings, for who can't see the indent", () => {
    const places = grouped().map(({ place }) => [place.level, place.position, place.siblings]);
    expect(places.slice(0, 4)).toEqual([
      [1, 1, 4],
      [2, 1, 2],
      [2, 2, 2],
      [1, 2, 4],
    ]);
  });
});

describe("the address's list of folded projects", () => {
  it("gets and loses one, and is short when all are in it", () => {
    expect(flipGroup([], { projectId: "Zeta", overview })).toEqual(["Zeta"]);
    expect(flipGroup(["Zeta", "Bare"], { projectId: "Zeta", overview })).toEqual(["Bare"]);
    expect(flipGroup(["Zeta", "Bare", "Alpha"], { projectId: "Broken", overview })).toEqual([ALL]);
    expect(flipGroup([ALL], { projectId: "Alpha", overview })).toEqual(["Zeta", "Bare", "Broken"]);
  });
});

describe("cards", () => {
  const sizes = (lines: readonly OverviewLine[], aRow: number) =>
    toCardRows(lines, aRow).map((row) => (row.kind === "group" ? "#" : row.lines.length));

  it("stand side by side, and a project begins a row of its own", () => {
    expect(sizes(toFlatLines(toRows(overview)), 2)).toEqual([2, 2, 1]);
    expect(sizes(grouped(), 2)).toEqual(["#", 2, "#", 2, 1, "#", "#"]);
    expect(sizes(grouped(), 1)).toEqual(["#", 1, 1, "#", 1, 1, 1, "#", "#"]);
  });
});

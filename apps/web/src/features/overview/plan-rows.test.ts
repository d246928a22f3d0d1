import type { OverviewPlan, Plan, PlanRollUp, Project } from "@gantry/api-contract";
import { aRollUp } from "@gantry/testkit";
import { describe, expect, it } from "vitest";
import { formatOf } from "../../i18n/format.ts";
import { fromSort, type OverviewSearch, overviewSearchSchema, toFilters, toSort } from "./overview-search.ts";
import { filterRows, type PlanRow, toRows } from "./plan-rows.ts";
import { sortRows } from "./sort-rows.ts";
import { totalsOf } from "./totals.ts";
import * as v from "valibot";

const format = formatOf("en");

type Facts = Partial<Plan> & Partial<PlanRollUp> & { unread?: boolean };

/** A row as the page makes it of what the stream told. */
function row(name: string, facts: Facts = {}): PlanRow {
  const { project, ...plan } = planOf(name, facts);
  const [made] = toRows({
    projects: [{ project, plans: [plan], readAt: 1, error: null, isReading: false }],
    readAt: 1,
  });
  if (made === undefined) throw new Error("No row was made");
  return made;
}

function planOf(name: string, facts: Facts): OverviewPlan & { project: Project } {
  const { type = "gantt", creator = null, updatedAt = null, projectId = "p", unread = false, ...rollUp } = facts;
  return {
    readAt: unread ? null : 1,
    project: { id: projectId, name: `Project ${projectId}`, kind: "scrum", description: "", updatedAt: null },
    plan: { id: name, projectId, name, type, creator, updater: null, createdAt: null, updatedAt },
    rollUp: unread ? null : aRollUp(rollUp),
  };
}

const names = (rows: readonly PlanRow[]) => rows.map(({ plan }) => plan.name);
const filtersOf = (search: OverviewSearch) => toFilters(search);

describe("the overview's rows", () => {
  it("are found by plan, project, creator or who has the work, whatever the case", () => {
    const zetta = { id: "2", numericId: null, name: "Zetta Wang" };
    const rows = [
      row("Archive", { people: [{ person: zetta, open: 2 }], peopleCount: 1 }),
      row("Checkout"),
      row("Ledger", { projectId: "zeta" }),
      row("Tariff", { creator: { id: "1", numericId: null, name: "Zetian" } }),
    ];
    expect(names(filterRows(rows, filtersOf({ q: "ZET" })))).toEqual(["Archive", "Ledger", "Tariff"]);
  });

  it("pass a filter with any of its values, and all filters together", () => {
    const rows = [
      row("a", { health: "at-risk" }),
      row("b", { health: "late", type: "mind" }),
      row("c", { health: "empty" }),
    ];
    expect(names(filterRows(rows, filtersOf({ health: "at-risk,late" })))).toEqual(["a", "b"]);
    expect(names(filterRows(rows, filtersOf({ health: "at-risk,late", type: "mind" })))).toEqual(["b"]);
  });

  it("come worst first by default, and what was not read comes last in both directions", () => {
    const rows = [
      row("unread", { unread: true }),
      row("fine"),
      row("late", { health: "late" }),
      row("so-so", { health: "at-risk" }),
    ];
    expect(names(sortRows(rows, { sort: toSort(undefined), format }))).toEqual(["late", "so-so", "fine", "unread"]);
    expect(names(sortRows(rows, { sort: toSort("-health"), format }))).toEqual(["fine", "so-so", "late", "unread"]);
  });

  it("sort names as people do: 2 before 10", () => {
    const rows = [row("Sprint 10"), row("sprint 2")];
    expect(names(sortRows(rows, { sort: toSort("name"), format }))).toEqual(["sprint 2", "Sprint 10"]);
  });

  it("add up over all plans, leaving out what was not read", () => {
    const totals = totalsOf([
      row("a", { health: "late", overdue: 2, items: 10, progress: 0, blocked: 4 }),
      row("b", { type: "mind", unassigned: 3, overdue: 1, items: 30, progress: 100 }),
      row("c", { unread: true }),
    ]);
    expect(totals).toEqual({
      plans: 3,
      gantts: 2,
      minds: 1,
      byHealth: { late: 1, "at-risk": 0, stale: 0, "on-track": 1, empty: 0 },
      items: 40,
      overdue: 3,
      unscheduled: 0,
      unassigned: 3,
      blocked: 4,
      progress: 75,
    });
  });
});

describe("the overview's address", () => {
  it("leaves out the default order and gives back every other", () => {
    expect(fromSort(toSort(undefined))).toBeUndefined();
    expect(fromSort(toSort("-updated"))).toBe("-updated");
  });

  it("ignores what does not fit in place of failing", () => {
    const search = v.parse(overviewSearchSchema, {
      view: "cube",
      group: "colour",
      sort: "colour",
      health: "late,purple",
      type: 7,
    });
    expect(toSort(search.sort)).toEqual(toSort(undefined));
    expect(toFilters(search)).toMatchObject({ healths: ["late"], types: [] });
    expect([search.view, search.group]).toEqual([undefined, undefined]);
  });
});

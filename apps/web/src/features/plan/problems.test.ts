import { aWorkItem } from "@gantry/testkit";
import { describe, expect, it } from "vitest";
import { en } from "../../i18n/en/index.ts";
import { formatOf } from "../../i18n/format.ts";
import { createWorkingDays } from "../../lib/working-days.ts";
import { describeRow } from "./describe-row.ts";
import { toItemFilter } from "./filter-items.ts";
import { NO_LAYERS } from "./plan-layers.ts";
import { toPlanRows } from "./plan-rows.ts";
import { toPlanTree } from "./plan-tree.ts";
import { findProblems, sayProblems } from "./problems.ts";

const format = formatOf("en");
const speech = { words: en, format };
const kindsOf = (...items: Parameters<typeof aWorkItem>[0][]) =>
  findProblems(toPlanTree(items.map((one) => aWorkItem(one)))).map(({ itemId, kind }) => [itemId, kind]);

describe("problems of a plan's data", () => {
  it("are none where every date is a day that may be meant", () => {
    expect(
      kindsOf(
        { id: "1", start: null, end: null },
        { id: "2", start: "1970-01-01", end: "1979-12-31" },
        { id: "3", start: "2100-12-31", end: "2100-12-31" },
        { id: "4", start: null, end: "2026-11-02" },
      ),
    ).toEqual([]);
  });

  it("name what can't be read, ends before it starts, lies centuries away or lasts too long", () => {
    expect(
      kindsOf(
        { id: "1", start: null, end: null, badDates: "2026-02-30" },
        { id: "2", start: "2026-11-09", end: "2026-11-02" },
        { id: "3", start: "0001-01-01", end: "2026-11-02" },
        { id: "4", end: "9999-12-31" },
        { id: "5", start: "2026-01-01", end: "2036-01-03" },
      ),
    ).toEqual([
      ["1", "unreadable"],
      ["2", "inverted"],
      ["3", "far"],
      ["4", "far"],
      ["5", "long"],
    ]);
  });

  it("name the head of a ring of parents", () => {
    expect(kindsOf({ id: "1", parentId: "2" }, { id: "2", parentId: "1" }, { id: "3", parentId: "3" })).toEqual([
      ["1", "ring"],
      ["3", "ring"],
    ]);
  });

  it("are said for each item, with those of its links", () => {
    const own = findProblems(toPlanTree([aWorkItem({ id: "2", start: "2026-11-09", end: "2026-11-02" })]));
    const said = sayProblems({ own, links: [{ itemId: "2", text: "starts too early" }] }, speech);
    expect(said.get("2")).toEqual(["ends on 2 November 2026, before it starts on 9 November 2026", "starts too early"]);
  });
});

describe("a line in words", () => {
  const workingDays = createWorkingDays({ weekend: [0, 6], holidays: ["2026-11-04"], makeUpDays: [] });
  const sayAll = (items: Parameters<typeof aWorkItem>[0][], group: "assignee" | null = null) => {
    const tree = toPlanTree(items.map((one) => aWorkItem(one)));
    const today = "2026-11-20";
    const { rows } = toPlanRows({
      tree,
      sprints: [],
      filter: toItemFilter({}),
      group,
      sort: null,
      folded: new Set(),
      today,
    });
    const layers = {
      ...NO_LAYERS,
      linksOf: (id: string) => (id === "2" ? ["after Design", "before Test"] : []),
      isCritical: (id: string) => id === "2",
    };
    const problemsOf = (id: string) => (id === "3" ? ["its parent is below it"] : []);
    return rows.map((row) => describeRow(row, { layers, problemsOf, workingDays, today, ...speech }));
  };

  it("says title, type, dates, working days, progress, status, person, links, and how late it is", () => {
    expect(
      sayAll([{ id: "2", title: "Card form", type: "story", start: "2026-11-02", end: "2026-11-09", progress: 40 }]),
    ).toEqual([
      "Card form, Story, 2 November 2026 to 9 November 2026, 5 working days, 40% done, In progress, Lin Wei, " +
        "after Design, before Test, overdue by 11 days, on the critical path",
    ]);
  });

  it("says which date is missing, and what is wrong", () => {
    const [undated, openStart] = sayAll([
      { id: "3", title: "A", start: null, end: null, assignee: null },
      { id: "4", title: "B", start: null, end: "2026-12-01" },
    ]);
    expect(undated).toBe("A, Task, no dates, 40% done, In progress, Unassigned, its parent is below it");
    expect(openStart).toContain("ends 1 December 2026, start not known");
  });

  it("counts no working days for a span over ten years or one that is inverted", () => {
    const [long, inverted] = sayAll([
      { id: "5", start: "0001-01-01", end: "9999-12-31" },
      { id: "6", start: "2026-11-09", end: "2026-11-02" },
    ]);
    expect(long).not.toContain("working day");
    expect(inverted).not.toContain("working day");
  });

  it("says a group by its field, with its sums", () => {
    const [heading] = sayAll(
      [
        { id: "7", start: "2026-11-02", end: "2026-11-06" },
        { id: "8", start: "2026-11-09", end: "2026-11-30" },
      ],
      "assignee",
    );
    expect(heading).toBe(
      "Assignee Lin Wei, 2 items, 2 November 2026 to 30 November 2026, 20 working days, 40% done, 1 overdue",
    );
  });
});

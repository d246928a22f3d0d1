import { aPlan, aProject, aWorkItem } from "@gantry/testkit";
import { describe, expect, it } from "vitest";
import { type OpenedPlan, toOpenedPlan } from "./plan-items.ts";
import { toFlatLines } from "./plan-lines.ts";
import { toRows } from "./plan-rows.ts";
import { toTimelineEntries } from "./timeline-entries.ts";

const project = aProject();
const plans = ["one", "two"].map((id) => ({ plan: aPlan({ id }), rollUp: null, readAt: null }));
const lines = toFlatLines(
  toRows({ projects: [{ project, plans, readAt: 1, error: null, isReading: false }], readAt: 1 }),
);
const items = [
  aWorkItem({ id: "1", end: "2026-12-30" }),
  aWorkItem({ id: "2", parentId: "1", start: "2026-11-02", end: "2026-11-06" }),
];
const read = toOpenedPlan({ data: { items, total: 2, readAt: 1 }, isError: false, isFetching: false });

const entries = (opened: [string, OpenedPlan][], folded: string[] = []) =>
  toTimelineEntries(lines, { opened: new Map(opened), folded: new Set(folded) });
const shown = (opened: [string, OpenedPlan][], folded?: string[]) =>
  entries(opened, folded).map(({ id, place }) => `${place.level} ${id}`);

describe("the timeline's lines", () => {
  it("are the plans, and below an open one its items as a tree", () => {
    expect(shown([["one", read]])).toEqual(["1 one", "2 one:1", "3 one:2", "1 two"]);
  });

  it("show an item under each plan that it is on, and fold it there alone", () => {
    const both: [string, OpenedPlan][] = [
      ["one", read],
      ["two", read],
    ];
    expect(shown(both, ["two:1"])).toEqual(["1 one", "2 one:1", "3 one:2", "1 two", "2 two:1"]);
  });

  it("give a parent the dates of its children", () => {
    expect(entries([["one", read]])[1]).toMatchObject({ rollUp: { start: "2026-11-02", end: "2026-11-06" } });
  });

  it("say that the items are on their way, did not come, or are none", () => {
    const of = (opened: OpenedPlan) => entries([["one", opened]])[1];
    const asked = { data: undefined, isError: false, isFetching: true };
    expect(of(toOpenedPlan(asked))).toMatchObject({ kind: "note", note: "reading" });
    expect(of(toOpenedPlan({ ...asked, isError: true, isFetching: false }))).toMatchObject({ note: "failed" });
    const none = toOpenedPlan({ ...asked, data: { items: [], total: 0, readAt: 1 } });
    expect(of(none)).toMatchObject({ note: "none" });
  });
});

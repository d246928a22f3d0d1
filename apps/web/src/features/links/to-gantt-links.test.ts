import type { Dependency } from "@gantry/api-contract";
import { expect, test } from "vitest";
import { type GanttLinksInput, toGanttLinks } from "./to-gantt-links.ts";

const link = (fromId: string, toId: string, terms: Partial<Dependency> = {}): Dependency => ({
  fromId,
  toId,
  type: "FS",
  lagDays: 0,
  changedBy: "Wang Lei",
  changedAt: 0,
  ...terms,
});

/** Rows by id, folded or not; parents by child. */
function draw(
  links: readonly Dependency[],
  plan: { rows: Record<string, boolean>; parents?: Record<string, string> } & Partial<GanttLinksInput>,
) {
  const { rows, parents = {}, ...rest } = plan;
  return toGanttLinks({
    links,
    rowOf: (id) => (rows[id] === undefined ? undefined : { id, folded: rows[id] }),
    parentOf: (id) => parents[id] ?? null,
    isCritical: () => false,
    isBroken: () => false,
    ...rest,
  });
}

const open = false;
const folded = true;

test("a link between shown rows is drawn as it is", () => {
  const { ganttLinks } = draw([link("a", "b", { type: "SS" })], { rows: { a: open, b: open } });
  expect(ganttLinks).toEqual([{ id: "a>b", from: "a", to: "b", type: "SS", critical: false, broken: false }]);
});

test("an end in a folded row is drawn at that row, however deep it lies", () => {
  const plan = { rows: { p: folded, b: open }, parents: { a: "q", q: "p" } };
  expect(draw([link("a", "b")], plan).ganttLinks).toMatchObject([{ id: "a>b", from: "p", to: "b" }]);
});

test("links that fall together at folded rows are drawn once, and each is still behind it", () => {
  const plan = { rows: { p: folded, b: open }, parents: { a: "p", c: "p" } };
  const links = [link("a", "b"), link("c", "b"), link("c", "b", { type: "FF" })];
  const { ganttLinks, behind } = draw(links, { ...plan, isBroken: ({ fromId }) => fromId === "c" });
  expect(ganttLinks).toMatchObject([
    { id: "a>b", type: "FS", broken: true },
    { id: "c>b", type: "FF" },
  ]);
  expect(behind.get("a>b")).toEqual(links.slice(0, 2));
});

test("a link inside one folded row is not drawn", () => {
  const plan = { rows: { p: folded }, parents: { a: "p", b: "p" } };
  expect(draw([link("a", "b"), link("a", "p")], plan).ganttLinks).toEqual([]);
});

test("a link to an item that is filtered away, or on no row of the plan, is not drawn", () => {
  const plan = { rows: { p: open, b: open }, parents: { a: "p" } };
  expect(draw([link("a", "b"), link("b", "elsewhere")], plan).ganttLinks).toEqual([]);
});

test("a ring of parents ends the search for a row", () => {
  const plan = { rows: { b: open }, parents: { a: "p", p: "a" } };
  expect(draw([link("a", "b")], plan).ganttLinks).toEqual([]);
});

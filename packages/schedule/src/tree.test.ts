import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { buildTree, flattenTree, type TreeItem } from "./tree.ts";

const item = (id: string, parentId: string | null = null): TreeItem => ({ id, parentId });
const outline = (items: readonly TreeItem[], isExpanded: (id: string) => boolean = () => true) =>
  flattenTree(buildTree(items), { isExpanded }).map(({ node, depth }) => `${"-".repeat(depth)}${node.item.id}`);

describe("tree", () => {
  test("children follow their parent in the order in which they came", () => {
    expect(outline([item("c", "a"), item("a"), item("b", "a"), item("d"), item("e", "b")])).toEqual([
      "a",
      "-c",
      "-b",
      "--e",
      "d",
    ]);
  });

  test("an item whose parent is not among the items is shown as a root", () => {
    expect(outline([item("a", "elsewhere"), item("b", "a")])).toEqual(["a", "-b"]);
  });

  test("folded items hide their children and nothing else", () => {
    const items = [item("a"), item("b", "a"), item("c", "b"), item("d")];
    expect(outline(items, (id) => id !== "a")).toEqual(["a", "d"]);
    expect(outline(items, (id) => id === "a")).toEqual(["a", "-b", "d"]);
  });

  test("of a ring of parents the first becomes a root and is marked, and the rest hang below it", () => {
    const roots = buildTree([item("x", "b"), item("b", "c"), item("c", "a"), item("a", "b"), item("self", "self")]);
    expect(roots.map((root) => [root.item.id, root.isRingHead])).toEqual([
      ["b", true],
      ["self", true],
    ]);
    expect(outline([item("x", "b"), item("b", "c"), item("c", "a"), item("a", "b")])).toEqual(["b", "-x", "-a", "--c"]);
  });

  test("a line knows its place among its siblings, folded or not", () => {
    const rows = flattenTree(buildTree([item("a"), item("b", "a"), item("c", "a"), item("d")]), {
      isExpanded: () => true,
    });
    expect(rows.map(({ node, position, siblings }) => [node.item.id, position, siblings])).toEqual([
      ["a", 1, 2],
      ["b", 1, 2],
      ["c", 2, 2],
      ["d", 2, 2],
    ]);
  });

  test("an id that comes twice is shown once, as it came first", () => {
    expect(outline([item("a"), item("b", "a"), item("b"), item("c", "b"), item("a", "c")])).toEqual(["a", "-b", "--c"]);
  });

  test("every item is shown exactly once, whatever the parents are", () => {
    const anyItems = fc
      .array(fc.option(fc.integer({ min: 0, max: 40 })), { maxLength: 40 })
      .map((parents) => parents.map((parent, index) => item(`${index}`, parent === null ? null : `${parent}`)));
    fc.assert(
      fc.property(anyItems, (items) => {
        const shown = flattenTree(buildTree(items), { isExpanded: () => true }).map(({ node }) => node.item.id);
        expect(shown.toSorted()).toEqual(items.map(({ id }) => id).toSorted());
      }),
    );
  });

  test("30,000 children of one parent and a chain of 30,000 are both shown whole", () => {
    const ids = Array.from({ length: 30_000 }, (_, index) => `${index}`);
    const wide = [item("top"), ...ids.map((id) => item(id, "top"))];
    expect(outline(wide).slice(1)).toEqual(ids.map((id) => `-${id}`));
    const deep = ids.map((id, index) => item(id, index === 0 ? null : `${index - 1}`));
    const rows = flattenTree(buildTree(deep), { isExpanded: () => true });
    expect(rows.at(-1)).toMatchObject({ depth: 29_999, node: { item: { id: "29999" } } });
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ColumnSpec } from "./page/harness.ts";
import { row } from "./page/rows.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { doubleClick, drag } from "./support/pointer.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const sortable: ColumnSpec[] = [
  { id: "title", sort: "none" },
  { id: "person", headerHidden: true },
  { id: "start", sort: "ascending" },
  { id: "end", sort: "descending" },
  { id: "progress", sort: "none" },
];
const rows = ["a", "b", "c"].map((id) => row(id));
const head = (name: string) => chart.page.getByRole("columnheader", { name, exact: true });
const headBox = async (name: string) => {
  const box = await head(name).boundingBox();
  if (!box) throw new Error(`No head is called ${name}`);
  return box;
};
const widthOf = async (name: string) => (await headBox(name)).width;
const middleOf = async (name: string) => {
  const box = await headBox(name);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const handleOf = async (name: string) => {
  const box = await headBox(name);
  return { x: box.x + box.width - 6, y: box.y + box.height / 2 };
};
const shift = (point: { x: number; y: number }, dx: number) => ({ x: point.x + dx, y: point.y });
const headNames = () =>
  chart.page
    .getByRole("columnheader")
    .evaluateAll((heads) => heads.map((element) => element.getAttribute("aria-label")));
const gridWidth = async () => (await chart.page.locator(".g-gantt-tree").boundingBox())?.width;
const spoken = () => chart.page.locator(".g-gantt-live").textContent();
const focusedHead = () => chart.page.evaluate(() => document.activeElement?.getAttribute("data-column"));

describe("sorting by a column", () => {
  beforeEach(() => chart.open({ rows, columns: sortable }));

  test("a press of a head asks for it, once, and a column that can't be sorted stays silent", async () => {
    await head("Progress").click();
    await head("Person").click();
    expect((await chart.events()).sorts).toEqual(["progress"]);
  });

  test("Enter and Space on a head ask for it too", async () => {
    await head("Start").focus();
    await chart.page.keyboard.press("Enter");
    await chart.page.keyboard.press(" ");
    expect((await chart.events()).sorts).toEqual(["start", "start"]);
  });

  test("the head says by which column and in which direction the rows are sorted", async () => {
    const directions = await chart.page
      .getByRole("columnheader")
      .evaluateAll((heads) => heads.map((element) => element.getAttribute("aria-sort")));
    expect(directions).toEqual(["none", null, "ascending", "descending", "none"]);
  });

  test("a glyph shows the direction of the sorted columns, of others only under the pointer", async () => {
    const glyph = (name: string) => head(name).locator(".g-gantt-sort");
    expect(await glyph("Start").isVisible()).toBe(true);
    expect(await glyph("Start").locator("path").getAttribute("d")).not.toBe(
      await glyph("End").locator("path").getAttribute("d"),
    );
    expect(await glyph("Progress").isVisible()).toBe(false);
    await head("Progress").hover();
    expect(await glyph("Progress").isVisible()).toBe(true);
    expect(await glyph("Person").count()).toBe(0);
  });

  test("sorting anew keeps the focus in its head", async () => {
    await head("Start").focus();
    await chart.update({
      columns: sortable.map((column) => (column.id === "start" ? { ...column, sort: "descending" } : column)),
      rows: rows.toReversed(),
    });
    expect(await focusedHead()).toBe("start");
    expect(await head("Start").getAttribute("aria-sort")).toBe("descending");
  });
});

describe("heads by keyboard", () => {
  beforeEach(() => chart.open({ rows, columns: sortable }));

  test("the heads are one tab stop before the rows", async () => {
    await head("Title").focus();
    await chart.page.keyboard.press("Tab");
    expect(await chart.page.evaluate(() => document.activeElement?.className)).toContain("g-gantt-row");
    await chart.page.keyboard.press("Shift+Tab");
    expect(await focusedHead()).toBe("title");
    expect(await chart.page.locator('.g-gantt-column-head[tabindex="0"]').count()).toBe(1);
  });

  test("arrows, Home and End go from head to head and stop at the ends; Down goes to the rows", async () => {
    const { keyboard } = chart.page;
    await head("Title").focus();
    await keyboard.press("ArrowLeft");
    expect(await focusedHead()).toBe("title");
    await keyboard.press("ArrowRight");
    expect(await focusedHead()).toBe("person");
    await keyboard.press("End");
    expect(await focusedHead()).toBe("progress");
    await keyboard.press("ArrowRight");
    expect(await focusedHead()).toBe("progress");
    await keyboard.press("Home");
    expect(await focusedHead()).toBe("title");
    await keyboard.press("ArrowDown");
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("data-index"))).toBe("0");
  });
});

describe("moving a column", () => {
  beforeEach(() => chart.open({ rows, columns: sortable }));

  test("a drag of its head to the right of another says where it goes, once, and sorts nothing", async () => {
    const end = await headBox("End");
    await drag(chart.page, { from: await middleOf("Start"), to: { x: end.x + end.width - 2, y: end.y + 10 } });
    const { moves, sorts } = await chart.events();
    expect({ moves, sorts }).toEqual({ moves: [{ id: "start", toIndex: 3 }], sorts: [] });
  });

  test("a line shows where it would go, and nothing where it would stay", async () => {
    const mark = chart.page.locator(".g-gantt-column-mark");
    const person = await headBox("Person");
    await drag(chart.page, { from: await middleOf("End"), to: { x: person.x + 2, y: person.y + 10 }, hold: true });
    expect((await mark.boundingBox())?.x).toBeCloseTo(person.x - 1, 0);
    const end = await middleOf("End");
    await chart.page.mouse.move(end.x + 3, end.y);
    expect(await mark.count()).toBe(0);
    await chart.page.mouse.up();
    expect((await chart.events()).moves).toEqual([]);
  });

  test("Escape in the drag leaves the order as it was", async () => {
    await drag(chart.page, { from: await middleOf("End"), to: await middleOf("Person"), hold: true });
    await chart.page.keyboard.press("Escape");
    await chart.page.mouse.up();
    const { moves, sorts } = await chart.events();
    expect({ moves, sorts }).toEqual({ moves: [], sorts: [] });
    expect(await chart.page.locator(".g-gantt-column-mark, .g-gantt-ghost:not([hidden])").count()).toBe(0);
  });

  test("the first column stays the first: it is not dragged, and nothing goes before it", async () => {
    await drag(chart.page, { from: await middleOf("Title"), to: await middleOf("End") });
    await drag(chart.page, { from: await middleOf("End"), to: { x: 4, y: (await middleOf("End")).y } });
    expect((await chart.events()).moves).toEqual([{ id: "end", toIndex: 1 }]);
  });

  test("Ctrl with Left and Right moves the column of the focused head, and the new place is spoken", async () => {
    await head("Start").focus();
    await chart.page.keyboard.press("Control+ArrowRight");
    expect(await spoken()).toBe("Start is column 4 of 5");
    await chart.page.keyboard.press("Control+ArrowLeft");
    expect((await chart.events()).moves).toEqual([
      { id: "start", toIndex: 3 },
      { id: "start", toIndex: 1 },
    ]);
  });

  test("by keyboard the first column stays too", async () => {
    await head("Title").focus();
    await chart.page.keyboard.press("Control+ArrowRight");
    await head("Person").focus();
    await chart.page.keyboard.press("Control+ArrowLeft");
    expect((await chart.events()).moves).toEqual([]);
    expect(await spoken()).toBe("Person is column 2 of 5");
  });

  test("columns in another order keep the focus in the head that moved, cells following their heads", async () => {
    await head("Progress").focus();
    await chart.update({ columns: ["title", "progress", "person", "start", "end"].map((id) => ({ id })) });
    expect(await headNames()).toEqual(["Title", "Progress", "Person", "Start", "End"]);
    expect(await focusedHead()).toBe("progress");
    const cell = chart.page.locator('.g-gantt-row[data-index="0"] [role=gridcell]').nth(1);
    expect(await cell.textContent()).toBe("0%");
    expect((await cell.boundingBox())?.x).toBe((await headBox("Progress")).x);
  });
});

describe("the width of a column", () => {
  beforeEach(() => chart.open({ rows, columns: sortable }));

  test("a drag of its edge makes it wider, cells too, the grid growing along, and the caller hears once", async () => {
    const [title, start] = [await widthOf("Title"), await widthOf("Start")];
    const from = await handleOf("Start");
    await drag(chart.page, { from, to: shift(from, 40) });
    expect(await widthOf("Start")).toBe(start + 40);
    expect(await widthOf("Title")).toBe(title);
    expect(await gridWidth()).toBe(440);
    expect((await chart.page.locator('.g-gantt-cell[data-column="start"]').first().boundingBox())?.width).toBe(
      start + 40,
    );
    const { resizes, widths, sorts } = await chart.events();
    expect({ resizes, widths, sorts }).toEqual({
      resizes: [{ id: "start", width: start + 40 }],
      widths: [440],
      sorts: [],
    });
  });

  test("its edge stays under the pointer while it is dragged", async () => {
    const from = await handleOf("Start");
    await drag(chart.page, { from, to: shift(from, 57), hold: true });
    expect((await handleOf("Start")).x).toBeCloseTo(from.x + 57, 0);
    expect((await chart.events()).resizes).toEqual([]);
    await chart.page.mouse.up();
  });

  test("no row is drawn anew while an edge is dragged", async () => {
    const from = await handleOf("Start");
    await drag(chart.page, { from, to: shift(from, 8), hold: true });
    await chart.page.evaluate(() => {
      const body = document.querySelector(".g-gantt-tree-body");
      const seen: string[] = [];
      Reflect.set(globalThis, "seenChanges", seen);
      if (body)
        new MutationObserver((changes) => seen.push(...changes.map(({ type }) => type))).observe(body, {
          subtree: true,
          childList: true,
          characterData: true,
        });
    });
    await chart.page.mouse.move(from.x + 50, from.y, { steps: 6 });
    await chart.page.mouse.up();
    expect(await widthOf("Start")).toBe(106);
    expect(await chart.page.evaluate(() => Reflect.get(globalThis, "seenChanges"))).toEqual([]);
  });

  test("Escape restores the widths of column and grid", async () => {
    const before = [await widthOf("Start"), await gridWidth()];
    const from = await handleOf("Start");
    await drag(chart.page, { from, to: shift(from, 80), hold: true });
    await chart.page.keyboard.press("Escape");
    await chart.page.mouse.up();
    expect([await widthOf("Start"), await gridWidth()]).toEqual(before);
    const { resizes, widths } = await chart.events();
    expect({ resizes, widths }).toEqual({ resizes: [], widths: [] });
  });

  test("no column becomes narrower than 24 pixels, the first no narrower than 96", async () => {
    const from = await handleOf("Progress");
    await drag(chart.page, { from, to: shift(from, -300) });
    expect(await widthOf("Progress")).toBe(24);
    const title = await handleOf("Title");
    await drag(chart.page, { from: title, to: shift(title, -400) });
    expect(await widthOf("Title")).toBe(96);
  });

  test("a drag of the first column's edge makes the grid wider and leaves the others as they are", async () => {
    const title = await widthOf("Title");
    const from = await handleOf("Title");
    await drag(chart.page, { from, to: shift(from, 30) });
    expect(await widthOf("Title")).toBe(title + 30);
    expect(await widthOf("Progress")).toBe(88);
    const { resizes, widths } = await chart.events();
    expect({ resizes, widths }).toEqual({ resizes: [], widths: [430] });
  });

  test("where the grid can't grow the first column gives way, and then the last ones vanish whole", async () => {
    await chart.open({ rows, columns: sortable, gridWidth: 980 });
    const from = await handleOf("Start");
    await drag(chart.page, { from, to: shift(from, 500), hold: true });
    expect(await gridWidth()).toBe(980);
    await chart.page.mouse.move(from.x + 700, from.y);
    expect(await widthOf("Title")).toBeGreaterThanOrEqual(96);
    expect(await headNames()).toEqual(["Title", "Person", "Start", "End"]);
    const boxes = await Promise.all(["Title", "Person", "Start", "End"].map(headBox));
    for (const [index, box] of boxes.entries()) {
      const next = boxes[index + 1];
      expect(box.x + box.width).toBeLessThanOrEqual(next ? next.x : 980);
    }
    await chart.page.mouse.up();
  });

  test("a double click of its edge fits the widest cell in view, wider or narrower", async () => {
    await chart.open({
      rows: [row("a"), row("b", { title: "A title that is quite a bit longer than the others are" })],
      columns: [{ id: "title" }, { id: "start" }, { id: "progress", width: 300 }],
      gridWidth: 560,
    });
    await doubleClick(chart.page, await handleOf("Progress"));
    expect(await widthOf("Progress")).toBeLessThan(120);
    const text = chart.page.locator('.g-gantt-row[data-index="1"] .g-gantt-cell-text').first();
    const isCut = () => text.evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(await isCut()).toBe(true);
    await doubleClick(chart.page, await handleOf("Title"));
    expect(await isCut()).toBe(false);
    expect((await chart.events()).resizes.map(({ id }) => id)).toEqual(["progress"]);
  });

  test("Alt with Left and Right changes it by 8 pixels and speaks it", async () => {
    await head("Start").focus();
    await chart.page.keyboard.press("Alt+ArrowRight");
    expect(await spoken()).toBe("Start 64 pixels wide");
    await chart.page.keyboard.press("Alt+ArrowLeft");
    await chart.page.keyboard.press("Alt+ArrowLeft");
    expect(await spoken()).toBe("Start 48 pixels wide");
    expect((await chart.events()).resizes.map(({ width }) => width)).toEqual([64, 56, 48]);
    expect(await focusedHead()).toBe("start");
  });

  test("the caller's next columns hold before what was dragged", async () => {
    const from = await handleOf("Start");
    await drag(chart.page, { from, to: shift(from, 40) });
    await chart.update({
      columns: sortable.map((column) => (column.id === "start" ? { ...column, width: 70 } : column)),
    });
    expect(await widthOf("Start")).toBe(70);
  });

  test("columns that are read anew in the middle of a drag don't end it", async () => {
    const from = await handleOf("Start");
    await drag(chart.page, { from, to: shift(from, 40), hold: true });
    await chart.update({ columns: sortable.map((column) => ({ ...column })) });
    await chart.page.mouse.move(from.x + 44, from.y);
    expect(await widthOf("Start")).toBe(100);
    await chart.page.mouse.up();
    expect((await chart.events()).resizes).toEqual([{ id: "start", width: 100 }]);
  });

  test("a column that vanishes in the middle of a drag ends it without a word", async () => {
    const from = await handleOf("Start");
    await drag(chart.page, { from, to: shift(from, 40), hold: true });
    await chart.update({ columns: [{ id: "title" }, { id: "end" }] });
    await chart.page.mouse.move(from.x + 60, from.y);
    await chart.page.mouse.up();
    expect((await chart.events()).resizes).toEqual([]);
    expect(await headNames()).toEqual(["Title", "End"]);
  });
});

describe("a grid that is too narrow for its columns", () => {
  test("the last ones are not drawn, and the tree-grid still tells how many there are", async () => {
    await chart.open({ rows, columns: sortable, gridWidth: 250 });
    expect(await headNames()).toEqual(["Title", "Person", "Start", "End"]);
    expect(await chart.page.getByRole("treegrid").getAttribute("aria-colcount")).toBe("5");
    expect(await chart.page.locator('.g-gantt-row[data-index="0"] [role=gridcell]').count()).toBe(4);
  });

  test("they come back as the splitter makes room, and the row that had the focus keeps it", async () => {
    await chart.open({ rows, columns: sortable, gridWidth: 250 });
    await chart.page.evaluate(() => harness.engine().focusRow("b"));
    await chart.update({ gridWidth: 420 });
    expect(await headNames()).toEqual(["Title", "Person", "Start", "End", "Progress"]);
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("data-index"))).toBe("1");
  });

  test("a double click of the splitter gives every column its own width", async () => {
    await chart.open({ rows, columns: sortable, gridWidth: 300 });
    await doubleClick(chart.page, { x: 300, y: 400 });
    expect((await chart.events()).widths).toEqual([435]);
    expect(await widthOf("Title")).toBe(200);
  });

  test("ids of columns may be anything", async () => {
    const odd = ["title", 'a "b"', "--gg", "{}[]<>", "键 🚀", "__proto__"];
    await chart.open({ rows, columns: odd.map((id) => ({ id, width: 50, sort: "none" })), gridWidth: 500 });
    await chart.page.getByRole("columnheader").nth(5).click();
    const from = await handleOf("--gg");
    await drag(chart.page, { from, to: shift(from, 10) });
    const { sorts, resizes } = await chart.events();
    expect({ sorts, resizes }).toEqual({ sorts: ["__proto__"], resizes: [{ id: "--gg", width: 60 }] });
  });
});

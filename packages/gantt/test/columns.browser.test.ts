import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { row } from "./page/rows.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { headsOf, sortableColumns } from "./support/column-heads.ts";
import { drag } from "./support/pointer.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const rows = ["a", "b", "c"].map((id) => row(id));
const { head, boxOf, middleOf, names, focused } = headsOf(() => chart);
const spoken = () => chart.page.locator(".g-gantt-live").textContent();

describe("sorting by a column", () => {
  beforeEach(() => chart.open({ rows, columns: sortableColumns }));

  test("a press of a head asks for it, once, and a column that can't be sorted stays silent", async () => {
    await head("Progress").click();
    await head("Person").click();
    expect((await chart.events()).sorts).toEqual(["progress"]);
  });

  test("a press that wavers on a head that can't be moved is a press all the same", async () => {
    const from = await middleOf("Title");
    await drag(chart.page, { from, to: { x: from.x + 12, y: from.y } });
    expect((await chart.events()).sorts).toEqual(["title"]);
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

  test("another order of the rows is spoken, and the plan's own order too", async () => {
    const sortedBy = (id: string | null) =>
      chart.update({
        columns: sortableColumns.map((column) => ({ ...column, sort: column.id === id ? "descending" : "none" })),
      });
    await sortedBy("progress");
    expect(await spoken()).toBe("Sorted by Progress, descending");
    await sortedBy(null);
    expect(await spoken()).toBe("In the plan's own order");
  });

  test("sorting anew keeps the focus in its head", async () => {
    await head("Start").focus();
    await chart.update({
      columns: sortableColumns.map((column) => (column.id === "start" ? { ...column, sort: "descending" } : column)),
      rows: rows.toReversed(),
    });
    expect(await focused()).toBe("start");
    expect(await head("Start").getAttribute("aria-sort")).toBe("descending");
  });
});

describe("heads by keyboard", () => {
  beforeEach(() => chart.open({ rows, columns: sortableColumns }));

  test("the heads are one tab stop before the rows", async () => {
    await head("Title").focus();
    await chart.page.keyboard.press("Tab");
    expect(await chart.page.evaluate(() => document.activeElement?.className)).toContain("g-gantt-row");
    await chart.page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("title");
    expect(await chart.page.locator('.g-gantt-column-head[tabindex="0"]').count()).toBe(1);
  });

  test("arrows, Home and End go from head to head and stop at the ends; Down goes to the rows", async () => {
    const { keyboard } = chart.page;
    await head("Title").focus();
    await keyboard.press("ArrowLeft");
    expect(await focused()).toBe("title");
    await keyboard.press("ArrowRight");
    expect(await focused()).toBe("person");
    await keyboard.press("End");
    expect(await focused()).toBe("progress");
    await keyboard.press("ArrowRight");
    expect(await focused()).toBe("progress");
    await keyboard.press("Home");
    expect(await focused()).toBe("title");
    await keyboard.press("ArrowDown");
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("data-index"))).toBe("0");
  });
});

describe("moving a column", () => {
  beforeEach(() => chart.open({ rows, columns: sortableColumns }));

  test("a drag of its head to the right of another says where it goes, once, and sorts nothing", async () => {
    const end = await boxOf("End");
    await drag(chart.page, { from: await middleOf("Start"), to: { x: end.x + end.width - 2, y: end.y + 10 } });
    const { moves, sorts } = await chart.events();
    expect({ moves, sorts }).toEqual({ moves: [{ id: "start", toIndex: 3 }], sorts: [] });
  });

  test("a line shows where it would go, and nothing where it would stay", async () => {
    const mark = chart.page.locator(".g-gantt-column-mark");
    const person = await boxOf("Person");
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
    expect(await names()).toEqual(["Title", "Progress", "Person", "Start", "End"]);
    expect(await focused()).toBe("progress");
    const cell = chart.page.locator('.g-gantt-row[data-index="0"] [role=gridcell]').nth(1);
    expect(await cell.textContent()).toBe("0%");
    expect((await cell.boundingBox())?.x).toBe((await boxOf("Progress")).x);
  });
});

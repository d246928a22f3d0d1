import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { row } from "./page/rows.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const press = async (...keys: string[]) => {
  for (const key of keys) await chart.page.keyboard.press(key);
};
const focused = () => chart.page.evaluate(() => Number(document.activeElement?.getAttribute("data-index") ?? -1));
const spoken = () => chart.page.locator(".g-gantt-live").textContent();
const selection = async () => (await chart.events()).selections.at(-1);

describe("rows by keyboard", () => {
  beforeEach(async () => {
    await chart.open({ rowCount: 1_000 });
    await chart.page.evaluate(() => harness.engine().focusRow("i0"));
  });

  test("one row is a tab stop, and only one", async () => {
    expect(await chart.page.locator('.g-gantt-row[tabindex="0"]').count()).toBe(1);
  });

  test("arrows, pages, Home and End move the focus and bring its row into view", async () => {
    await press("ArrowDown", "ArrowDown", "ArrowUp");
    expect(await focused()).toBe(1);
    await press("PageDown");
    expect(await focused()).toBe(26);
    await press("End");
    expect(await focused()).toBe(999);
    expect(await chart.page.locator('.g-gantt-row[data-index="999"]').isVisible()).toBe(true);
    await press("Home", "ArrowUp");
    expect(await focused()).toBe(0);
  });

  test("the focus stays while the view scrolls far away from it", async () => {
    await chart.page.evaluate(() => {
      const scroller = document.querySelector(".g-gantt-scroller");
      if (scroller) scroller.scrollTop = 20_000;
      return new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    });
    expect(await focused()).toBe(0);
    await press("ArrowDown");
    expect(await focused()).toBe(1);
    expect((await chart.page.locator('.g-gantt-row[data-index="1"]').boundingBox())?.y).toBe(72);
  });

  test("X selects and speaks, Shift with arrows extends, Ctrl+A takes all, Shift+Space takes one back", async () => {
    await press("ArrowDown", "x");
    expect(await selection()).toEqual(["i1"]);
    expect(await spoken()).toBe("1 selected");
    await press("Shift+ArrowDown", "Shift+ArrowDown");
    expect(await selection()).toEqual(["i1", "i2", "i3"]);
    await press("Shift+ArrowUp");
    expect(await selection()).toEqual(["i1", "i2"]);
    await press("Control+a");
    expect(await selection()).toHaveLength(1_000);
    expect(await spoken()).toBe("1000 selected");
    await press("Shift+ ");
    expect(await selection()).toHaveLength(999);
  });

  test("Left folds a parent, Right unfolds it or goes to its first child, Left of a child goes to its parent", async () => {
    await press("ArrowLeft");
    expect((await chart.events()).toggled).toEqual([{ id: "i0", expanded: false }]);
    await press("ArrowRight");
    expect(await focused()).toBe(1);
    await press("ArrowDown", "ArrowLeft");
    expect(await focused()).toBe(0);
  });

  test("Enter opens the row", async () => {
    await press("ArrowDown", "Enter");
    expect((await chart.events()).opened).toEqual(["i1"]);
  });
});

describe("what a screen reader meets", () => {
  test("a tree-grid with levels, folding, selection and a name for each row, and one picture with a name", async () => {
    await chart.open({
      rows: [row("a", { expandable: true, expanded: true, shape: "summary" }), row("b", { level: 2 })],
      selected: ["b"],
    });
    const parent = chart.page.getByRole("row", { name: "Item a, described" });
    expect(await parent.getAttribute("aria-expanded")).toBe("true");
    const child = chart.page.getByRole("row", { name: "Item b, described" });
    expect([
      await child.getAttribute("aria-level"),
      await child.getAttribute("aria-selected"),
      await child.getAttribute("aria-expanded"),
    ]).toEqual(["2", "true", null]);
    expect(await chart.page.getByRole("columnheader").allTextContents()).toContain("Progress");
    expect(await chart.page.getByRole("img", { name: "Gantt chart" }).count()).toBe(1);
  });

  test("the chevron is a button that says what it does and folds its row", async () => {
    await chart.open({
      rows: [row("a", { expandable: true, expanded: true, shape: "summary" }), row("b", { level: 2 })],
    });
    await chart.page.getByRole("button", { name: "Collapse" }).click();
    const { toggled, selections } = await chart.events();
    expect({ toggled, selections }).toEqual({ toggled: [{ id: "a", expanded: false }], selections: [] });
  });
});

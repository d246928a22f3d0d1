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
const focusRow = (id: string) => chart.page.evaluate((row) => harness.engine().focusRow(row), id);
const linked = async () => (await chart.events()).linked;
const mark = () => chart.page.locator(".g-gantt-tree > .g-gantt-row-mark");

describe("a link by keyboard", () => {
  const rows = [
    row("a"),
    row("h", { heading: true, shape: "none" }),
    row("b", { start: "2026-04-20", end: "2026-04-24" }),
    row("c"),
  ];
  beforeEach(async () => {
    await chart.open({ rows, linking: true, refuseLinksTo: { id: "c", reason: "That would be a ring" } });
    await focusRow("a");
  });

  test("L begins, Down chooses the row, Enter draws it once, each step spoken", async () => {
    await press("l");
    expect(await spoken()).toBe("Link from Item a");
    await press("ArrowDown");
    expect(await spoken()).toBe("Item a to Item b, FS");
    await press("Enter");
    expect(await spoken()).toBe("Item a linked to Item b, FS");
    expect(await linked()).toEqual([{ from: "a", to: "b", type: "FS" }]);
    expect((await chart.events()).opened).toEqual([]);
  });

  test("T goes through the four types", async () => {
    await press("l", "ArrowDown");
    const types: (string | null)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await press("t");
      types.push(await spoken());
    }
    expect(types.map((text) => text?.slice(-2))).toEqual(["SS", "FF", "SF", "FS"]);
    await press("t", "t", "Enter");
    expect(await linked()).toEqual([{ from: "a", to: "b", type: "FF" }]);
  });

  test("the row it would end at is marked, its way is drawn, and the focus stays", async () => {
    await press("l", "ArrowDown");
    const target = await chart.page.locator('.g-gantt-row[data-index="2"]').boundingBox();
    expect(await mark().boundingBox()).toMatchObject({ y: target?.y, height: target?.height });
    expect(await chart.page.locator(".g-gantt-draft-line").getAttribute("d")).toMatch(/^M/);
    expect(await focused()).toBe(0);
    await press("Escape");
    expect(await mark().isVisible()).toBe(false);
    expect(await chart.page.locator(".g-gantt-draft").isVisible()).toBe(false);
  });

  test("neither a heading nor the row itself can be its end", async () => {
    await focusRow("b");
    await press("l", "ArrowUp");
    expect(await spoken()).toBe("Item b to Item a, FS");
    await press("ArrowDown");
    expect(await spoken()).toBe("Item b to Item c, FS That would be a ring");
    await press("ArrowUp", "ArrowUp", "Home");
    expect(await spoken()).toBe("Item b to Item a, FS");
  });

  test("a refused one says why at once and again on Enter, and another row can still be chosen", async () => {
    await press("l", "End");
    expect(await spoken()).toBe("Item a to Item c, FS That would be a ring");
    await press("Enter");
    expect(await chart.events()).toMatchObject({ linked: [], refused: ["That would be a ring"] });
    await press("ArrowUp", "Enter");
    expect(await linked()).toEqual([{ from: "a", to: "b", type: "FS" }]);
  });

  test("Enter before a row is chosen draws nothing", async () => {
    await press("l", "Enter");
    expect(await spoken()).toBe("Item a to nothing, FS");
    expect(await linked()).toEqual([]);
    await press("Escape", "ArrowDown");
    expect(await focused()).toBe(1);
  });

  test("Escape says that nothing changed, Tab leaves it", async () => {
    await press("l", "ArrowDown", "Escape");
    expect(await spoken()).toBe("Cancelled, nothing changed");
    await press("l", "ArrowDown", "Tab");
    expect(await spoken()).toBe("Cancelled, nothing changed");
    expect(await linked()).toEqual([]);
  });

  test("the view follows to rows that were not in the page", async () => {
    const far = Array.from({ length: 1_000 }, (_, index) => row(`i${index}`));
    await chart.open({ rows: far, linking: true });
    await focusRow("i0");
    await press("l", "PageDown");
    expect(await spoken()).toBe("Item i0 to Item i25, FS");
    await press("End");
    expect(await chart.page.locator('.g-gantt-row[data-index="999"]').isVisible()).toBe(true);
    expect((await mark().boundingBox())?.y).toBe(
      (await chart.page.locator('.g-gantt-row[data-index="999"]').boundingBox())?.y,
    );
    await press("Enter");
    expect(await linked()).toEqual([{ from: "i0", to: "i999", type: "FS" }]);
    expect(await focused()).toBe(0);
  });

  test("goes on over an update, and ends when its first row goes away", async () => {
    await press("l", "ArrowDown");
    await chart.update({ rows: [row("x"), ...rows] });
    await press("t");
    expect(await spoken()).toBe("Item a to Item b, SS");
    await chart.update({ rows: rows.slice(1) });
    expect((await chart.events()).refused).toEqual(["Item a changed meanwhile, nothing was moved"]);
    await press("Enter");
    expect(await linked()).toEqual([]);
  });

  test("L does nothing where links can't be drawn, nor on a heading", async () => {
    await focusRow("h");
    await press("l", "ArrowDown");
    expect(await focused()).toBe(2);
    await chart.open({ rows });
    await focusRow("a");
    await press("l", "ArrowDown");
    expect(await focused()).toBe(1);
  });
});

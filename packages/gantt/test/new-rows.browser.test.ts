import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { GanttRow } from "../src/types.ts";
import { row } from "./page/rows.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { planRows, planRowsBut, placesOf } from "./support/places.ts";
import { scrollTo } from "./support/view.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const { topOf, dayAtLeft, tabStop, focusedRow, focus } = placesOf(() => chart);

describe("new rows", () => {
  const open = async (top: number) => {
    await chart.open({ rowCount: 600 });
    await scrollTo(chart, { top });
  };

  test("above the view leave the first row in view where it is", async () => {
    await open(8_543);
    const fresh = ["x", "y", "z"].map((id) => row(id));
    await chart.update({ rows: [...fresh, ...planRows] });
    expect(await topOf("i305")).toBe(-3);
  });

  test("that lack rows above the view leave it where it is too", async () => {
    await open(8_543);
    await chart.update({ rows: planRows.slice(100) });
    expect(await topOf("i305")).toBe(-3);
  });

  test("that lack the first row in view keep the next one where it was", async () => {
    await open(8_543);
    await chart.update({ rows: planRowsBut("i305", "i306") });
    expect(await topOf("i307")).toBe(2 * 28 - 3);
  });

  test("that lack all rows in view bring the next one below to the top", async () => {
    await open(8_543);
    await chart.update({ rows: planRows.filter((_, index) => index < 200 || index > 500) });
    expect(await topOf("i501")).toBe(0);
  });

  test("in another order keep the first row in view where it was", async () => {
    await open(8_543);
    await chart.update({ rows: planRows.toReversed() });
    expect(await topOf("i305")).toBe(-3);
  });

  test("in another order leave a view at the very top at the top", async () => {
    await open(0);
    await chart.update({ rows: planRows.toReversed() });
    expect(await topOf("i599")).toBe(0);
  });

  test("before the first row push nothing down under the pointer, even at the very top", async () => {
    await open(0);
    await chart.update({ rows: [row("x"), ...planRows] });
    expect(await topOf("i0")).toBe(0);
  });

  test("that were none for a while come back where they were, with the focus", async () => {
    await open(8_543);
    await focus("i310");
    await chart.update({ rows: [] });
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("treegrid");
    await chart.update({ rows: planRows });
    expect(await topOf("i305")).toBe(-3);
    expect(await focusedRow()).toBe("Work item number 310, described");
  });

  test("keep the day at the left edge", async () => {
    await open(8_543);
    await chart.page.evaluate(() => harness.engine().scrollToDay("2026-10-05"));
    const before = await dayAtLeft();
    await chart.update({ rows: [row("long", { start: "2024-01-01", end: "2024-02-01" }), ...planRows] });
    expect(await dayAtLeft()).toBe(before);
  });

  test("with another height keep the first row in view", async () => {
    await open(28 * 300);
    await chart.update({ rows: planRows.slice(50), rowHeight: 48, barHeight: 20 });
    expect(await topOf("i300")).toBe(0);
  });
});

describe("the focused row", () => {
  const tree = (over: Partial<GanttRow> = {}) => [
    row("p", { expandable: true, expanded: true, shape: "summary", ...over }),
    row("q", { level: 2, expandable: true, expanded: true, shape: "summary" }),
    row("r", { level: 3 }),
    row("s", { level: 1 }),
  ];

  test("keeps the focus and its element wherever new rows put it", async () => {
    await chart.open({ rowCount: 600 });
    await focus("i10");
    await chart.page.evaluate(() => document.activeElement?.setAttribute("data-mine", "yes"));
    await chart.update({ rows: [row("x"), ...planRows.slice(5)] });
    expect(await focusedRow()).toBe("Work item number 10, described");
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("data-mine"))).toBe("yes");
    expect(await tabStop()).toBe("Work item number 10, described");
  });

  test("that is folded away hands over to its nearest ancestor that is left", async () => {
    await chart.open({ rows: tree() });
    await focus("r");
    await chart.update({ rows: [row("p", { expandable: true, expanded: false, shape: "summary" }), row("s")] });
    expect(await focusedRow()).toBe("Item p, described");
  });

  test("that is filtered out hands over to the next one that is left", async () => {
    await chart.open({ rows: tree() });
    await focus("r");
    await chart.update({ rows: tree().filter(({ id }) => id !== "r") });
    expect(await focusedRow()).toBe("Item s, described");
    await chart.update({ rows: tree().slice(0, 2) });
    expect(await focusedRow()).toBe("Item q, described");
  });

  test("without the focus only has the tab stop, and takes no focus", async () => {
    await chart.open({ rows: tree() });
    await focus("r");
    await chart.page.getByRole("separator", { name: "Work items" }).focus();
    await chart.update({ rows: tree().filter(({ id }) => id !== "r") });
    expect(await tabStop()).toBe("Item s, described");
    expect(await focusedRow()).toBeNull();
  });

  test("keeps the focus through another language, other columns and another scale", async () => {
    await chart.open({ rowCount: 600 });
    await focus("i20");
    await chart.update({ locale: "zh-CN" });
    await chart.update({ columns: [{ id: "title" }, { id: "end" }] });
    await chart.update({ scale: "month" });
    expect(await focusedRow()).toBe("Work item number 20, described");
  });
});

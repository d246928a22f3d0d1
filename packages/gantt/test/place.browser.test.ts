import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { middlePlace, planRows, planRowsBut, placesOf } from "./support/places.ts";
import { scrolledTo, scrollTo } from "./support/view.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const { topOf, dayAtLeft, tabStop, focusedRow, focus } = placesOf(() => chart);
const lastRest = () => chart.page.evaluate(() => harness.events.rests.at(-1));

describe("a chart that starts at a place", () => {
  test("shows its day and row to the pixel, and its row has the tab stop without taking the focus", async () => {
    await chart.open({ rowCount: 600, place: middlePlace });
    expect(await topOf("i400")).toBe(-11);
    expect(await dayAtLeft()).toBe("2026-08-10");
    expect(await tabStop()).toBe("Work item number 405, described");
    expect(await focusedRow()).toBeNull();
  });

  test("is where the chart was that told of the place", async () => {
    await chart.open({ rowCount: 600, scale: "day" });
    await focus("i303");
    await scrollTo(chart, { top: 8_543, left: 3_217 });
    await chart.page.waitForFunction(() => harness.events.rests.at(-1)?.rowOffsetPx === 3);
    const told = await lastRest();
    if (!told) throw new Error("Nothing was told");
    expect(told).toMatchObject({ rowId: "i305", rowOffsetPx: 3, focusedRowId: "i303" });
    await chart.open({ rowCount: 600, scale: "day", place: told });
    expect(await scrolledTo(chart)).toEqual({ top: 8_543, left: 3_217 });
    expect(await tabStop()).toBe("Work item number 303, described");
  });

  test("whose row is gone stands where the focused row is in view", async () => {
    await chart.open({ rows: planRowsBut("i400"), place: middlePlace });
    const top = await topOf("i405");
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(700);
    expect(await dayAtLeft()).toBe("2026-08-10");
  });

  test("whose focused row is gone has its tab stop at the first whole row in view", async () => {
    await chart.open({ rows: planRowsBut("i405"), place: middlePlace });
    expect(await topOf("i400")).toBe(-11);
    expect(await tabStop()).toBe("Work item number 401, described");
  });

  test("of which no row is left starts at the top, at the day", async () => {
    await chart.open({ rows: planRows.slice(0, 100), place: middlePlace });
    expect(await topOf("i0")).toBe(0);
    expect(await dayAtLeft()).toBe("2026-08-10");
  });

  test("that no calendar has shows today, and the row all the same", async () => {
    await chart.open({ rowCount: 600, place: { ...middlePlace, day: "2026-02-31" } });
    expect(await topOf("i400")).toBe(-11);
    expect(await chart.page.evaluate(() => harness.hitTest(900, 300)?.day)).toBe("2026-04-15");
  });

  test("takes its rows when they come later", async () => {
    await chart.open({ rows: [], place: middlePlace });
    await chart.update({ rows: planRows });
    expect(await topOf("i400")).toBe(-11);
    expect(await dayAtLeft()).toBe("2026-08-10");
    expect(await tabStop()).toBe("Work item number 405, described");
  });

  test("is read once: another place later moves nothing", async () => {
    await chart.open({ rowCount: 600, place: middlePlace });
    await chart.update({ place: { ...middlePlace, rowId: "i10", day: "2026-05-01" } });
    expect(await topOf("i400")).toBe(-11);
  });

  test("that is hidden at first goes there when it is shown", async () => {
    await chart.page.evaluate(() => document.querySelector<HTMLElement>("#host")?.style.setProperty("display", "none"));
    await chart.open({ rowCount: 600, place: middlePlace });
    await chart.page.evaluate(async () => {
      document.querySelector<HTMLElement>("#host")?.style.removeProperty("display");
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
    expect(await topOf("i400")).toBe(-11);
    expect(await dayAtLeft()).toBe("2026-08-10");
  });
});

describe("what else keeps the place", () => {
  test("another width of the window keeps the day at the left edge, to the pixel", async () => {
    const page = await browser.newPage({ width: 1_400, height: 800 });
    await page.open({ rowCount: 600, place: middlePlace });
    const before = await scrolledTo(page);
    await page.page.setViewportSize({ width: 900, height: 500 });
    await page.page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
    const after = await scrolledTo(page);
    await page.close();
    expect(after).toEqual(before);
  });

  test("another width of the tree-grid keeps the day at its right edge", async () => {
    await chart.open({ rowCount: 600, place: middlePlace });
    const before = await scrolledTo(chart);
    await chart.update({ gridWidth: 520 });
    expect(await scrolledTo(chart)).toEqual(before);
  });

  test("another scale keeps rows where they are and the day at the centre", async () => {
    await chart.open({ rowCount: 600, place: middlePlace });
    const centre = () => chart.page.evaluate(() => harness.hitTest(900, 300)?.day);
    const before = await centre();
    await chart.update({ scale: "day" });
    expect(await topOf("i400")).toBe(-11);
    expect(await centre()).toBe(before);
  });

  test("another language keeps day and row", async () => {
    await chart.open({ rowCount: 600, place: middlePlace });
    const before = await scrolledTo(chart);
    await chart.update({ locale: "zh-CN" });
    expect(await scrolledTo(chart)).toEqual(before);
  });
});

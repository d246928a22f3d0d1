import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { elementCount } from "./support/view.ts";

/** All that a chart may have at any time, in a view of 1,500 by 1,000 pixels. */
const MOST_ELEMENTS = 1_500;

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage({ width: 1_500, height: 1_000 });
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const open = (over: Parameters<ChartPage["open"]>[0] = {}) =>
  chart.open({ denseCount: 50_000, gridWidth: 400, rowHeight: 24, scale: "day", ...over });

/** The most elements that were there in any frame of a scroll. */
const mostWhile = (way: { dx: number; dy: number; frames: number }) =>
  chart.page.evaluate(async ({ dx, dy, frames }) => {
    const scroller = document.querySelector(".g-gantt-scroller");
    let most = 0;
    for (let frame = 0; scroller && frame < frames; frame += 1) {
      scroller.scrollLeft += dx;
      scroller.scrollTop += dy;
      await new Promise(requestAnimationFrame);
      most = Math.max(most, document.querySelectorAll(".g-gantt, .g-gantt *").length);
    }
    return most;
  }, way);

describe("50,000 rows with 10,000 links, baselines, tails and six columns", () => {
  test.each(["day", "week", "month", "quarter", "year"] as const)(
    "stay below the most elements at scale %s",
    async (scale) => {
      for (const rowHeight of [24, 28]) {
        await open({ scale, rowHeight });
        await chart.page.evaluate(() => harness.engine().scrollToRow("i25000"));
        expect(await elementCount(chart)).toBeLessThanOrEqual(MOST_ELEMENTS);
      }
    },
  );

  test.each([
    ["down at 3,000 px/s", { dx: 0, dy: 50, frames: 40 }],
    ["down as fast as rows are drawn", { dx: 0, dy: 185, frames: 40 }],
    ["down at 30,000 px/s", { dx: 0, dy: 500, frames: 30 }],
    ["sideways at 3,000 px/s", { dx: 50, dy: 0, frames: 40 }],
    ["sideways at 30,000 px/s", { dx: 500, dy: 0, frames: 30 }],
    ["both ways at once", { dx: -180, dy: 150, frames: 40 }],
  ])("stay below it while scrolling %s", async (_name, way) => {
    await open();
    expect(await mostWhile(way)).toBeLessThanOrEqual(MOST_ELEMENTS);
  });

  test("stay below it with the narrowest days that still have a header cell each", async () => {
    await open();
    await chart.page.mouse.move(900, 500);
    await chart.page.keyboard.down("Control");
    for (let step = 0; step < 40; step += 1) {
      await chart.page.mouse.wheel(0, 12);
      await chart.page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await elementCount(chart)).toBeLessThanOrEqual(MOST_ELEMENTS);
    }
    expect(await chart.page.locator(".g-gantt").getAttribute("data-scale")).not.toBe("day");
  });

  test("stay below it when all of them are selected", async () => {
    await open();
    await chart.page.evaluate(() => harness.engine().focusRow("i2"));
    await chart.page.keyboard.press("Control+a");
    expect(await chart.page.locator('.g-gantt-row[aria-selected="true"]').count()).toBeGreaterThan(35);
    expect(await mostWhile({ dx: 0, dy: 50, frames: 20 })).toBeLessThanOrEqual(MOST_ELEMENTS);
  });
});

describe("what a row costs", () => {
  test("is a bar or an arrow for each row in view, never both, never neither", async () => {
    await open();
    const shown = await chart.page.evaluate(() => {
      const places = (selector: string) =>
        [...document.querySelectorAll(selector)].map((element) => {
          const box = element.getBoundingClientRect();
          return Math.floor((box.top + box.height / 2 - 72) / 24);
        });
      return { bars: places(".bar-wrapper:not(.is-away)"), arrows: places(".g-gantt-edge") };
    });
    const inView = Array.from({ length: 38 }, (_, index) => index);
    expect(inView.filter((index) => shown.bars.includes(index) === shown.arrows.includes(index))).toEqual([]);
    expect(shown.arrows.length).toBeGreaterThan(10);
  });

  test("is no bar for what lies farther away than a fast scroll brings in", async () => {
    await open();
    const lefts = await chart.page
      .locator(".bar-wrapper")
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect()).map(({ left, right }) => [left, right]));
    expect(lefts.filter(([left = 0, right = 0]) => right < 400 - 200 || left > 1_500 + 200)).toEqual([]);
  });

  test("is six elements for a bar at most, and one for an arrow or a link", async () => {
    await open();
    const counts = (selector: string) =>
      chart.page.locator(selector).evaluateAll((all) => all.map((element) => element.querySelectorAll("*").length + 1));
    expect(Math.max(...(await counts(".bar-wrapper")))).toBeLessThanOrEqual(6);
    expect(Math.max(...(await counts(".g-gantt-edge")))).toBe(1);
    expect(Math.max(...(await counts(".g-gantt-link")))).toBe(1);
  });
});

import { isDeepStrictEqual } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { middlePlace, placesOf } from "./support/places.ts";
import { scrolledTo, scrollTo } from "./support/view.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const { focus } = placesOf(() => chart);
const HEADER_PX = 72;

describe("what the caller hears of the view", () => {
  test("once laid out, days and rows in view", async () => {
    await chart.open({ rowCount: 600, place: middlePlace });
    await chart.page.waitForFunction(() => harness.events.views.length > 0);
    const view = (await chart.events()).views.at(-1);
    expect(view?.fromRow).toBeCloseTo(400 + 11 / 28, 5);
    expect((view?.toRow ?? 0) - (view?.fromRow ?? 0)).toBeCloseTo((800 - HEADER_PX) / 28, 1);
    expect((view?.toDay ?? 0) - (view?.fromDay ?? 0)).toBeCloseTo(1_000 / 16, 0);
  });

  test("while scrolling, once a frame at most", async () => {
    await chart.open({ rowCount: 600 });
    const told = await chart.page.evaluate(async () => {
      const scroller = document.querySelector(".g-gantt-scroller");
      const nextFrame = () => new Promise(requestAnimationFrame);
      await nextFrame();
      await nextFrame();
      harness.events.views.length = 0;
      for (let frame = 0; scroller && frame < 5; frame += 1) {
        for (let step = 0; step < 4; step += 1) {
          scroller.scrollTop += 9;
          harness.engine().centreOn({ day: 20_600, row: 30 + frame });
        }
        await nextFrame();
      }
      await nextFrame();
      return harness.events.views.length;
    });
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThanOrEqual(6);
  });

  test("at rest the whole place, also when only another row has the tab stop, and never the same one twice", async () => {
    await chart.open({ rowCount: 600 });
    await focus("i3");
    await chart.page.waitForFunction(() => harness.events.rests.at(-1)?.focusedRowId === "i3");
    await scrollTo(chart, { top: 280 });
    await chart.page.waitForFunction(() => harness.events.rests.at(-1)?.rowId === "i10");
    await scrollTo(chart, { top: 300 });
    await scrollTo(chart, { top: 280 });
    // A timer of the page that is longer than the chart's: the view rests where it did.
    await chart.page.evaluate(() => new Promise((rested) => setTimeout(rested, 250)));
    await scrollTo(chart, { top: 308 });
    await chart.page.waitForFunction(() => harness.events.rests.at(-1)?.rowId === "i11");
    const { rests } = await chart.events();
    expect(rests.filter((rest, index) => isDeepStrictEqual(rest, rests[index - 1]))).toEqual([]);
    // Between two scrolls a busy browser rests too: at 300 pixels, where the first row is the same.
    const rows = new Set(rests.map(({ rowId, focusedRowId }) => `${rowId}, focused ${focusedRowId}`));
    expect([...rows]).toEqual(["i0, focused i3", "i10, focused i3", "i11, focused i3"]);
  });

  test("a chart that is gone tells nothing more", async () => {
    await chart.open({ rowCount: 600 });
    const told = await chart.page.evaluate(async () => {
      const scroller = document.querySelector(".g-gantt-scroller");
      if (scroller) scroller.scrollTop = 500;
      harness.engine().centreOn({ day: 20_600, row: 300 });
      harness.close();
      const before = harness.events.views.length + harness.events.rests.length;
      await new Promise((waited) => setTimeout(waited, 400));
      return harness.events.views.length + harness.events.rests.length - before;
    });
    expect(told).toBe(0);
  });
});

describe("going to a point of the plan", () => {
  test("puts a day and a row into the centre of the view", async () => {
    await chart.open({ rowCount: 600 });
    await chart.page.evaluate(() => harness.engine().centreOn({ day: 20_680.5, row: 500.5 }));
    const middle = { x: 400 + 500, y: HEADER_PX + (800 - HEADER_PX) / 2 };
    expect(await chart.page.evaluate((at) => harness.hitTest(at.x, at.y), middle)).toEqual({
      day: "2026-08-15",
      rowId: "i500",
    });
  });

  test("beyond the plan's ends stops at them", async () => {
    await chart.open({ rowCount: 600 });
    await chart.page.evaluate(() => harness.engine().centreOn({ day: -1e6, row: -50 }));
    expect(await scrolledTo(chart)).toEqual({ top: 0, left: 0 });
    await chart.page.evaluate(() => harness.engine().centreOn({ day: 1e6, row: 1e6 }));
    expect(await chart.page.locator('.g-gantt-row[data-index="599"]').isVisible()).toBe(true);
  });
});

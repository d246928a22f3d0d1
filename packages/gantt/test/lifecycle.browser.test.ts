import type { CDPSession } from "@playwright/test";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { GanttRow } from "../src/types.ts";
import { row } from "./page/rows.ts";
import { onlyIn } from "./support/browsers.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { scrolledTo, scrollTo } from "./support/view.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

type Counters = { nodes: number; listeners: number; ofPage: Record<string, number> };

/** What the browser counts when it has collected its garbage: in all, and the listeners of document, window and host. */
async function countersOf(devtools: CDPSession): Promise<Counters> {
  for (let time = 0; time < 3; time += 1) await devtools.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
  const { result } = await devtools.send("Runtime.evaluate", {
    expression: `Object.fromEntries([["document", document], ["window", window], ["host", document.querySelector("#host")]].map(
      ([name, target]) => [name, Object.values(getEventListeners(target)).flat().length]))`,
    includeCommandLineAPI: true,
    returnByValue: true,
  });
  return { nodes, listeners: jsEventListeners, ofPage: result.value as Record<string, number> };
}

/** Opens a chart, uses it, and closes it, so many times. */
const mount = (times: number) =>
  chart.page.evaluate(async (count) => {
    const nextFrame = () => new Promise(requestAnimationFrame);
    for (let time = 0; time < count; time += 1) {
      harness.open({ denseCount: 400, scale: time % 2 === 0 ? "day" : "month" });
      await nextFrame();
      const scroller = document.querySelector(".g-gantt-scroller");
      if (scroller) scroller.scrollTop = 900;
      harness.engine().focusRow("i40");
      await nextFrame();
      harness.close();
    }
    await nextFrame();
  }, times);

describe("a chart that is closed", () => {
  test("leaves nodes and listeners as they were, after fifty of them", async ({ skip }) => {
    onlyIn("chromium", { skip, because: "DevTools count what is left" });
    const devtools = await chart.page.context().newCDPSession(chart.page);
    await mount(2);
    const before = await countersOf(devtools);
    await mount(50);
    expect(await countersOf(devtools)).toEqual(before);
    await devtools.detach();
  });

  test("leaves its host empty and the page without a listener of its own", async ({ skip }) => {
    onlyIn("chromium", { skip, because: "DevTools count what is left" });
    const devtools = await chart.page.context().newCDPSession(chart.page);
    const before = await countersOf(devtools);
    await chart.open({ denseCount: 400 });
    await chart.page.evaluate(() => harness.close());
    expect((await countersOf(devtools)).ofPage).toEqual(before.ofPage);
    expect(await chart.page.evaluate(() => document.querySelector("#host")?.childNodes.length)).toBe(0);
    await devtools.detach();
  });

  test("draws nothing any more, whatever it had begun", async () => {
    await chart.page.evaluate(() => {
      harness.open({ denseCount: 20_000 });
      const scroller = document.querySelector(".g-gantt-scroller");
      if (scroller) scroller.scrollTop = 5_000;
      harness.close();
    });
    await chart.page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    expect(chart.problems).toEqual([]);
    expect((await chart.events()).rests).toEqual([]);
  });

  test("in the middle of a drag ends it without a change", async () => {
    await chart.open({ rows: [row("a", { start: "2026-04-13", end: "2026-04-17" })] });
    const bar = await chart.barBox(0);
    await chart.page.mouse.move(bar.x + 20, bar.y + 8);
    await chart.page.mouse.down();
    await chart.page.mouse.move(bar.x + 90, bar.y + 8, { steps: 3 });
    await chart.page.evaluate(() => harness.close());
    await chart.page.mouse.up();
    expect((await chart.events()).changes).toEqual([]);
    expect(chart.problems).toEqual([]);
  });
});

describe("rows that change", () => {
  let rows: GanttRow[] = [];
  const open = (count: number, over: Partial<GanttRow> = {}) => {
    rows = Array.from({ length: count }, (_, index) => row(`i${index}`, over));
    return chart.open({ rows, scale: "day" });
  };

  /** Marks every bar in the page, changes one row, and says which bars were drawn anew. */
  const change = async (index: number, over: Partial<GanttRow>) => {
    const item = rows[index];
    if (!item) throw new Error(`There is no row ${index}`);
    return chart.page.evaluate(
      ({ at, changed }) => {
        for (const bar of document.querySelectorAll(".bar-wrapper")) bar.setAttribute("data-old", "");
        harness.updateRow(at, changed);
        return [...document.querySelectorAll(".bar-wrapper:not([data-old])")].map((bar) => bar.getAttribute("data-id"));
      },
      { at: index, changed: { ...item, ...over } },
    );
  };

  test("are drawn anew, and no other bar", async () => {
    await open(300, { start: "2026-04-13", end: "2026-04-17" });
    expect(await change(3, { progress: 50 })).toEqual(["r4"]);
    expect(await change(250, { progress: 50 })).toEqual([]);
  });

  test("show their new dates, title and state at once, in the tree-grid and in the chart", async () => {
    await open(3);
    const before = await chart.barBox(1);
    const { left } = await scrolledTo(chart);
    await change(1, { start: "2026-04-07", title: "Renamed", critical: true });
    const after = await chart.barBox(1);
    expect(after.width).toBeCloseTo(before.width - 36, 1);
    expect((await scrolledTo(chart)).left).toBe(left);
    expect(await chart.page.locator(".g-gantt-row").nth(1).textContent()).toContain("Renamed");
    expect(await chart.page.locator('.bar-wrapper[data-id="r2"].is-critical .bar-label').textContent()).toBe("Renamed");
  });

  test("keep scroll, focus and every other element where they were", async () => {
    await open(500);
    await chart.page.evaluate(() => harness.engine().focusRow("i300"));
    await scrollTo(chart, { left: 700 });
    const before = await scrolledTo(chart);
    await change(301, { progress: 10 });
    expect(await scrolledTo(chart)).toEqual(before);
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("data-index"))).toBe("300");
  });

  test("beyond the first or last day lengthen the axis, and the view stays where it is", async () => {
    await open(2);
    const dayAt = () => chart.page.evaluate(() => harness.hitTest(900, 300)?.day);
    const before = await dayAt();
    await change(1, { end: "2029-01-01" });
    expect(await dayAt()).toBe(before);
    await chart.page.evaluate(() => harness.engine().scrollToDay("2028-12-31"));
    expect(await chart.page.evaluate(() => harness.hitTest(402, 300)?.day)).toBe("2028-12-31");
  });

  test("end what a drag had left on the screen", async () => {
    await open(2, { start: "2026-04-13", end: "2026-04-17" });
    const bar = await chart.barBox(0);
    await chart.page.mouse.move(bar.x + bar.width / 2, bar.y + 5);
    await chart.page.mouse.down();
    await chart.page.mouse.move(bar.x + bar.width / 2 + 72, bar.y + 5, { steps: 3 });
    await chart.page.mouse.up();
    expect((await chart.barBox(0)).x).toBeCloseTo(bar.x + 72, 0);
    await change(1, { progress: 5 });
    expect((await chart.barBox(0)).x).toBeCloseTo(bar.x, 0);
  });
});

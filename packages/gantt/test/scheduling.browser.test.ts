import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { row } from "./page/rows.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { drag } from "./support/pointer.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const undated = (over: object = {}) => row("u", { shape: "none", start: null, end: null, progress: 30, ...over });
const rows = () => [row("a"), undated(), row("c")];
const changes = async () => (await chart.events()).changes;
/** A point in the lane of row 1, so many days after 6 April. */
const laneAt = async (days: number) => {
  const above = await chart.barBox(0);
  return { x: above.x + 16 * days + 4, y: above.y + 28 + 8 };
};
const draw = async (fromDay: number, toDay: number, { hold = false } = {}) =>
  drag(chart.page, { from: await laneAt(fromDay), to: await laneAt(toDay), hold });

describe("drawing the first dates of a row", () => {
  test("gives it the days from the press to the drop, told once", async () => {
    await chart.open({ rows: rows() });
    await draw(2, 5);
    expect(await changes()).toEqual([[{ id: "u", start: "2026-04-08", end: "2026-04-11", progress: 30 }]]);
  });

  test("goes backwards as well", async () => {
    await chart.open({ rows: rows() });
    await draw(5, 2);
    expect(await changes()).toEqual([[{ id: "u", start: "2026-04-08", end: "2026-04-11", progress: 30 }]]);
  });

  test("within one day gives it that day", async () => {
    await chart.open({ rows: rows() });
    const from = await laneAt(3);
    await drag(chart.page, { from, to: { x: from.x + 8, y: from.y } });
    expect(await changes()).toEqual([[{ id: "u", start: "2026-04-09", end: "2026-04-09", progress: 30 }]]);
  });

  test("does not happen by a click", async () => {
    await chart.open({ rows: rows() });
    const { x, y } = await laneAt(3);
    await chart.page.mouse.click(x, y);
    expect(await changes()).toEqual([]);
  });

  test("shows the bar and its dates while it is drawn, and from the drop on", async () => {
    await chart.open({ rows: rows() });
    await draw(2, 5, { hold: true });
    expect((await chart.barBox(1)).width).toBe(4 * 16 - 1);
    expect(await chart.page.locator(".g-gantt-ghost").textContent()).toBe("Item u: 2026-04-08 to 2026-04-11");
    await chart.page.mouse.up();
    expect((await chart.barBox(1)).width).toBe(4 * 16 - 1);
  });

  test("can be followed by a drag of the new bar, before other rows come", async () => {
    await chart.open({ rows: rows() });
    await draw(2, 5);
    const box = await chart.barBox(1);
    await drag(chart.page, { from: { x: box.x + 30, y: box.y + 6 }, to: { x: box.x + 46, y: box.y + 6 } });
    expect((await changes()).at(-1)).toEqual([{ id: "u", start: "2026-04-09", end: "2026-04-12", progress: 30 }]);
  });

  test("is undone by Escape: the row has no bar again", async () => {
    await chart.open({ rows: rows() });
    await draw(2, 5, { hold: true });
    await chart.page.keyboard.press("Escape");
    await chart.page.mouse.up();
    expect(await chart.page.locator('.bar-wrapper[data-id="r2"]').count()).toBe(0);
    expect(await changes()).toEqual([]);
  });

  test("ends with an explanation when the row gets dates meanwhile", async () => {
    await chart.open({ rows: rows() });
    await draw(2, 5, { hold: true });
    await chart.update({ rows: [row("a"), row("u"), row("c")] });
    await chart.page.mouse.up();
    expect(await chart.events()).toMatchObject({
      changes: [],
      refused: ["Item u changed meanwhile, nothing was moved"],
    });
  });

  test("is not offered on a locked row or a heading: there a drag selects", async () => {
    for (const over of [{ lockedReason: "Closed" }, { heading: true }]) {
      await chart.open({ rows: [row("a"), undated(over), row("c")] });
      const from = await laneAt(6);
      await drag(chart.page, { from, to: { x: from.x - 40, y: from.y + 28 } });
      expect(await chart.events()).toMatchObject({ changes: [], selections: [["c"]] });
    }
  });

  test("is promised by a plus under the pointer", async () => {
    await chart.open({ rows: rows() });
    const { x, y } = await laneAt(3);
    await chart.page.mouse.move(x, y);
    const hint = chart.page.locator(".g-gantt-lane-hint rect");
    expect((await hint.boundingBox())?.x).toBeCloseTo(x - 4, 0);
    expect(await chart.page.locator(".g-gantt-chart").evaluate((surface) => getComputedStyle(surface).cursor)).toBe(
      "crosshair",
    );
    await chart.page.mouse.move(x, y + 28 * 5);
    expect(await hint.isVisible()).toBe(false);
  });
});

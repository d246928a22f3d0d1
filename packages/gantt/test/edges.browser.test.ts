import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { row } from "./page/rows.ts";
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

const near = { start: "2026-04-13", end: "2026-04-17" } as const;

describe("arrows at the edges", () => {
  const far = [
    row("past", { title: "Long ago", start: "2025-06-02", end: "2025-06-06" }),
    row("now", near),
    row("later", { title: "Not yet", start: "2027-06-07", end: "2027-06-11" }),
  ];
  const arrow = (index: number) => chart.page.locator(`.g-gantt-edge[data-index="${index}"]`);

  test("point at every bar that lies wholly outside the view, from its row and its side", async () => {
    await chart.open({ rows: far, scale: "day" });
    expect(await chart.page.locator(".g-gantt-edge").count()).toBe(2);
    const left = await arrow(0).boundingBox();
    const right = await arrow(2).boundingBox();
    expect(left && left.x).toBeCloseTo(404, 0);
    expect(right && right.x + right.width).toBeCloseTo(1_396, 0);
    expect(left && left.y + left.height / 2).toBeCloseTo(72 + 14, 0);
    expect(right && right.y + right.height / 2).toBeCloseTo(72 + 2 * 28 + 14, 0);
  });

  test("say which bar it is and when, in the caller's words", async () => {
    await chart.open({ rows: far, scale: "day" });
    expect(await arrow(0).getAttribute("title")).toBe("Long ago: 2025-06-02 to 2025-06-06, out of view");
  });

  test("bring the bar into view when pressed, and the rows stay where they are", async () => {
    const rows = Array.from({ length: 200 }, (_, index) =>
      row(`i${index}`, index % 2 === 0 ? near : { start: "2027-06-07", end: "2027-06-11" }),
    );
    await chart.open({ rows, scale: "day" });
    await scrollTo(chart, { top: 28 * 100 });
    const { top } = await scrolledTo(chart);
    // Not Playwright's click, which scrolls in Firefox before it presses.
    const place = await arrow(105).boundingBox();
    if (place) await chart.page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    await chart.page.locator('.bar-wrapper[data-id="r106"]:not(.is-away)').waitFor();
    const bar = await chart.barBox(105);
    expect(bar.x).toBeGreaterThanOrEqual(400);
    expect(bar.x + bar.width).toBeLessThanOrEqual(1_400);
    expect((await scrolledTo(chart)).top).toBe(top);
    expect(await arrow(105).count()).toBe(0);
    expect(await arrow(104).count()).toBe(1);
  });

  test("begin no gesture and change no selection", async () => {
    await chart.open({ rows: far, scale: "day", selected: ["now"] });
    await arrow(0).click();
    expect((await chart.events()).selections).toEqual([]);
    expect((await chart.events()).changes).toEqual([]);
  });

  test("go with the edges while the view scrolls, without a pixel's drift", async () => {
    await chart.open({ rows: far, scale: "day" });
    const { left } = await scrolledTo(chart);
    const before = await arrow(2).boundingBox();
    await scrollTo(chart, { left: left + 333 });
    expect(await arrow(2).boundingBox()).toEqual(before);
  });

  test("hide the label of the bar that they stand for", async () => {
    await chart.open({ rows: [row("a", near)], scale: "day" });
    const bar = await chart.barBox(0);
    const { left } = await scrolledTo(chart);
    await scrollTo(chart, { left: left + bar.x + bar.width - 400 + 20 });
    expect(await arrow(0).count()).toBe(1);
    expect(await chart.page.locator(".bar-label").isVisible()).toBe(false);
  });
});

describe("labels", () => {
  const long = row("a", { title: "A long one", start: "2026-03-02", end: "2026-08-28" });
  const label = () => chart.page.locator(".bar-label").boundingBox();

  test("of a bar that begins left of the view stay in view while it scrolls by", async () => {
    await chart.open({ rows: [long], scale: "day" });
    const { left } = await scrolledTo(chart);
    expect((await label())?.x).toBeCloseTo(408, -1);
    await scrollTo(chart, { left: left + 1_000 });
    expect((await label())?.x).toBeCloseTo(408, -1);
    await scrollTo(chart, { left: 0 });
    expect((await label())?.x).toBeCloseTo((await chart.barBox(0)).x + 7.5, -1);
  });

  test("never leave their bar on the way out", async () => {
    await chart.open({ rows: [long], scale: "day" });
    const bar = await chart.barBox(0);
    const { left } = await scrolledTo(chart);
    await scrollTo(chart, { left: left + bar.x + bar.width - 400 - 30 });
    const shown = await label();
    const end = await chart.barBox(0);
    expect(shown && shown.x + shown.width).toBeLessThanOrEqual(end.x + end.width);
  });

  test("beside a short bar at the right edge stand to its left", async () => {
    await chart.open({
      rows: [row("b", { title: "A short bar with a long title", ...near, end: "2026-04-14" })],
      scale: "day",
    });
    const bar = await chart.barBox(0);
    const { left } = await scrolledTo(chart);
    await scrollTo(chart, { left: left - (1_400 - bar.x - bar.width - 20) });
    const shown = await label();
    const moved = await chart.barBox(0);
    expect(shown && shown.x + shown.width).toBeLessThanOrEqual(moved.x);
  });
});

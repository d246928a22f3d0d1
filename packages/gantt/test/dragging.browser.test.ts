import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { row } from "./page/rows.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { centreOf, drag } from "./support/pointer.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const three = () => ["a", "b", "c"].map((id) => row(id, { title: `Item ${id}` }));
const change = (id: string, over: object) => ({ id, start: "2026-04-06", end: "2026-04-10", progress: 0, ...over });
const changes = async () => (await chart.events()).changes;

/** Drags the bar of a row sideways from its middle. */
async function dragBar(index: number, { dx, hold = false }: { dx: number; hold?: boolean }): Promise<void> {
  const from = centreOf(await chart.barBox(index));
  await drag(chart.page, { from, to: { x: from.x + dx, y: from.y }, hold });
}

describe("dragging a bar", () => {
  test.each([
    ["day", 36, 3],
    ["week", 16, 3],
    ["month", 4, 9],
    ["quarter", 1.5, 40],
    ["year", 0.6, 100],
  ] as const)("at scale %s moves it by the days between, exactly", async (scale, pxPerDay, days) => {
    await chart.open({ rows: [row("a", { start: "2026-04-01", end: "2026-04-30" })], scale });
    await dragBar(0, { dx: days * pxPerDay });
    const [only] = await changes();
    const moved = (from: string) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
    expect(only).toEqual([{ id: "a", start: moved("2026-04-01"), end: moved("2026-04-30"), progress: 0 }]);
  });

  test.each(["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"])(
    "over the clock changes of %s lands on the same days as anywhere",
    async (timezoneId) => {
      const elsewhere = await browser.newPage({ timezoneId });
      await elsewhere.open({ rows: [row("a", { start: "2026-03-05", end: "2026-03-06" })] });
      await elsewhere.page.evaluate(() => harness.engine().scrollToDay("2026-03-01"));
      const from = centreOf(await elsewhere.barBox(0));
      await drag(elsewhere.page, { from, to: { x: from.x + 16 * 38, y: from.y } });
      expect((await elsewhere.events()).changes).toEqual([[change("a", { start: "2026-04-12", end: "2026-04-13" })]]);
      await elsewhere.close();
    },
  );

  test("tells the caller once, on drop, however many moves it took", async () => {
    await chart.open({ rows: three() });
    await dragBar(0, { dx: 64, hold: true });
    expect(await changes()).toEqual([]);
    await chart.page.mouse.up();
    expect(await changes()).toHaveLength(1);
  });

  test("says the new dates beside the pointer while it lasts", async () => {
    await chart.open({ rows: three() });
    await dragBar(0, { dx: 32, hold: true });
    expect(await chart.page.locator(".g-gantt-ghost").textContent()).toBe("Item a: 2026-04-08 to 2026-04-12");
    await chart.page.mouse.up();
    expect(await chart.page.locator(".g-gantt-ghost").isVisible()).toBe(false);
  });

  test("shows the new dates from the drop until other rows come", async () => {
    await chart.open({ rows: three() });
    const before = await chart.barBox(0);
    await dragBar(0, { dx: 32 });
    expect((await chart.barBox(0)).x).toBe(before.x + 32);
    await chart.update({ rows: three() });
    expect((await chart.barBox(0)).x).toBe(before.x);
  });

  test("back to where it was changes nothing", async () => {
    await chart.open({ rows: three() });
    const from = centreOf(await chart.barBox(0));
    await drag(chart.page, { from, to: { x: from.x + 80, y: from.y }, hold: true });
    await chart.page.mouse.move(from.x + 1, from.y, { steps: 3 });
    await chart.page.mouse.up();
    expect(await changes()).toEqual([]);
  });

  test("Escape restores it and nothing is told", async () => {
    await chart.open({ rows: three() });
    const before = await chart.barBox(0);
    await dragBar(0, { dx: 64, hold: true });
    await chart.page.keyboard.press("Escape");
    await chart.page.mouse.up();
    expect(await chart.barBox(0)).toEqual(before);
    const { changes: told, selections } = await chart.events();
    expect({ told, selections }).toEqual({ told: [], selections: [] });
  });

  test("with others selected moves all of them, also those far outside the window", async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => row(`i${index}`));
    await chart.open({ rows, selected: ["i1", "i2", "i1900"] });
    await dragBar(1, { dx: 16 });
    const moved = { start: "2026-04-07", end: "2026-04-11" };
    expect(await changes()).toEqual([[change("i1", moved), change("i2", moved), change("i1900", moved)]]);
  });

  test("of a row outside the selection moves that row alone", async () => {
    await chart.open({ rows: three(), selected: ["b", "c"] });
    await dragBar(0, { dx: 16 });
    expect((await changes())[0]).toHaveLength(1);
  });

  test("that may not be edited does nothing, and a summary stays", async () => {
    await chart.open({ rows: [row("a", { lockedReason: "Closed" }), row("b", { shape: "summary" })] });
    await dragBar(0, { dx: 64 });
    const summary = await chart.page.locator('.bar-wrapper[data-id="r2"] path').first().boundingBox();
    if (!summary) throw new Error("no summary");
    const from = centreOf(summary);
    await drag(chart.page, { from, to: { x: from.x + 64, y: from.y } });
    expect(await changes()).toEqual([]);
  });

  test("a milestone moves by whole days", async () => {
    await chart.open({ rows: [row("a", { shape: "milestone", start: "2026-04-06", end: "2026-04-06" })] });
    const diamond = await chart.page.locator(".g-gantt-milestone").boundingBox();
    if (!diamond) throw new Error("no milestone");
    const from = centreOf(diamond);
    await drag(chart.page, { from, to: { x: from.x + 48, y: from.y } });
    expect(await changes()).toEqual([[change("a", { start: "2026-04-09", end: "2026-04-09" })]]);
  });

  test("ends without a change when the row changes under it", async () => {
    await chart.open({ rows: three() });
    await dragBar(0, { dx: 64, hold: true });
    await chart.update({ rows: [row("a", { start: "2026-04-07", end: "2026-04-11" }), row("b")] });
    await chart.page.mouse.up();
    expect(await changes()).toEqual([]);
  });

  test("goes on when other rows change under it", async () => {
    await chart.open({ rows: three() });
    await dragBar(0, { dx: 64, hold: true });
    await chart.update({ rows: [row("x"), ...three()] });
    await chart.page.mouse.up();
    expect(await changes()).toEqual([[change("a", { start: "2026-04-10", end: "2026-04-14" })]]);
  });

  test("by another mouse button is no drag", async () => {
    await chart.open({ rows: three() });
    const from = centreOf(await chart.barBox(0));
    await chart.page.mouse.move(from.x, from.y);
    await chart.page.mouse.down({ button: "right" });
    await chart.page.mouse.move(from.x + 80, from.y, { steps: 4 });
    await chart.page.mouse.up({ button: "right" });
    expect(await changes()).toEqual([]);
  });
});

describe("resizing and progress", () => {
  test("the right edge moves the end, the left edge the start", async () => {
    await chart.open({ rows: three() });
    const box = await chart.barBox(0);
    const y = box.y + 8;
    await drag(chart.page, { from: { x: box.x + box.width - 1, y }, to: { x: box.x + box.width + 32, y } });
    await drag(chart.page, { from: { x: box.x + 1, y }, to: { x: box.x - 16, y } });
    expect(await changes()).toEqual([
      [change("a", { end: "2026-04-12" })],
      [change("a", { start: "2026-04-05", end: "2026-04-12" })],
    ]);
  });

  test("an edge stops at the other edge: a bar is one day long at least", async () => {
    await chart.open({ rows: three() });
    const box = await chart.barBox(0);
    const y = box.y + 8;
    await drag(chart.page, { from: { x: box.x + 1, y }, to: { x: box.x + 300, y } });
    expect(await changes()).toEqual([[change("a", { start: "2026-04-10" })]]);
  });

  test("resizing leaves the other selected bars alone", async () => {
    await chart.open({ rows: three(), selected: ["a", "b"] });
    const box = await chart.barBox(0);
    const y = box.y + 8;
    await drag(chart.page, { from: { x: box.x + box.width - 1, y }, to: { x: box.x + box.width + 16, y } });
    expect((await changes())[0]).toHaveLength(1);
  });

  test("the handle beneath the bar sets progress", async () => {
    await chart.open({ rows: [row("a", { progress: 40 })] });
    const box = await chart.barBox(0);
    const y = box.y + box.height + 3;
    await drag(chart.page, { from: { x: box.x + box.width * 0.4, y }, to: { x: box.x + box.width * 0.75, y } });
    expect(await changes()).toEqual([[change("a", { progress: 75 })]]);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { row } from "./page/rows.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { centreOf, doubleClick, drag } from "./support/pointer.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const three = () => ["a", "b", "c"].map((id) => row(id, { title: `Item ${id}` }));

describe("selecting in the chart", () => {
  test("a click on a bar selects its row, with Ctrl it toggles, with Shift it extends", async () => {
    await chart.open({ rows: three() });
    const click = async (index: number, modifiers: ("Control" | "Shift")[] = []) => {
      const point = centreOf(await chart.barBox(index));
      for (const key of modifiers) await chart.page.keyboard.down(key);
      await chart.page.mouse.click(point.x, point.y);
      for (const key of modifiers) await chart.page.keyboard.up(key);
    };
    await click(0);
    await click(2, ["Control"]);
    await click(2, ["Control"]);
    await click(0);
    await click(2, ["Shift"]);
    expect((await chart.events()).selections).toEqual([["a"], ["a", "c"], ["a"], ["a", "b", "c"]]);
  });

  test("a click on an empty place clears the selection", async () => {
    await chart.open({ rows: three(), selected: ["a"] });
    await chart.page.mouse.click(1_200, 500);
    expect((await chart.events()).selections).toEqual([[]]);
  });

  test("a selected row is tinted on both sides and its bar has a ring", async () => {
    await chart.open({ rows: three(), selected: ["b"] });
    expect(await chart.page.locator(".g-gantt-strip.is-selected").count()).toBe(1);
    expect(await chart.page.locator('.g-gantt-row[aria-selected="true"]').textContent()).toContain("Item b");
    const ring = await chart.page.locator(".g-gantt-ring").boundingBox();
    const bar = await chart.barBox(1);
    expect(ring && ring.x < bar.x && ring.x + ring.width > bar.x + bar.width).toBe(true);
  });

  test("a box selects every bar it touches and tells the caller once", async () => {
    await chart.open({ rows: three() });
    const [first, last] = [await chart.barBox(0), await chart.barBox(2)];
    await drag(chart.page, { from: { x: first.x - 40, y: first.y + 2 }, to: { x: last.x + 10, y: last.y + 4 } });
    expect((await chart.events()).selections).toEqual([["a", "b", "c"]]);
    expect(await chart.page.locator(".g-gantt-box").count()).toBe(0);
  });

  test("a box with Ctrl adds to what was selected", async () => {
    await chart.open({ rows: three(), selected: ["a"] });
    const last = await chart.barBox(2);
    await chart.page.keyboard.down("Control");
    await drag(chart.page, { from: { x: last.x - 40, y: last.y + 2 }, to: { x: last.x + 10, y: last.y + 10 } });
    expect((await chart.events()).selections).toEqual([["a", "c"]]);
  });

  test("a box with Shift adds as well, in whatever direction it is drawn", async () => {
    await chart.open({ rows: three(), selected: ["a"] });
    const last = await chart.barBox(2);
    await chart.page.keyboard.down("Shift");
    await drag(chart.page, { from: { x: last.x + 100, y: last.y + 12 }, to: { x: last.x + 20, y: last.y - 20 } });
    expect((await chart.events()).selections).toEqual([["a", "b", "c"]]);
  });

  test("a box passes by rows without a bar and bars beside it", async () => {
    const rows = [
      row("a"),
      row("n", { shape: "none", start: null, end: null, lockedReason: "Closed" }),
      row("far", { start: "2026-06-01", end: "2026-06-05" }),
      row("b"),
    ];
    await chart.open({ rows });
    const [first, last] = [await chart.barBox(0), await chart.barBox(3)];
    await drag(chart.page, { from: { x: first.x - 40, y: first.y + 2 }, to: { x: last.x + 10, y: last.y + 4 } });
    expect((await chart.events()).selections).toEqual([["a", "b"]]);
  });

  test("a box drawn after scrolling far selects what is there", async () => {
    await chart.open({ rows: Array.from({ length: 3_000 }, (_, index) => row(`i${index}`)) });
    await chart.page.evaluate(async () => {
      harness.engine().centreOn({ day: 20_550, row: 2_000 });
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    });
    const [first, last] = [await chart.barBox(1_998), await chart.barBox(2_001)];
    await drag(chart.page, { from: { x: first.x - 40, y: first.y - 2 }, to: { x: last.x + 10, y: last.y + 4 } });
    expect((await chart.events()).selections).toEqual([["i1998", "i1999", "i2000", "i2001"]]);
  });

  test("a box held at the right edge scrolls sideways to bars that were out of view", async () => {
    await chart.open({ rows: [row("a"), row("b", { start: "2026-06-15", end: "2026-06-19" })] });
    const { x, y } = await chart.barBox(0);
    await drag(chart.page, { from: { x: x - 60, y: y - 2 }, to: { x: 1_396, y: y + 40 }, hold: true });
    await chart.page.waitForFunction(
      () => document.querySelectorAll('.g-gantt-row[aria-selected="true"]').length === 2,
    );
    await chart.page.mouse.up();
    expect((await chart.events()).selections).toEqual([["a", "b"]]);
  });

  test("Escape in a box restores the selection of before", async () => {
    await chart.open({ rows: three(), selected: ["a"] });
    const last = await chart.barBox(2);
    await drag(chart.page, {
      from: { x: last.x - 40, y: last.y + 2 },
      to: { x: last.x + 10, y: last.y + 10 },
      hold: true,
    });
    await chart.page.keyboard.press("Escape");
    await chart.page.mouse.up();
    expect((await chart.events()).selections).toEqual([]);
    expect(await chart.page.locator('.g-gantt-row[aria-selected="true"]').textContent()).toContain("Item a");
  });

  test("a box held at the edge scrolls on and selects rows that are not in the page any more", async () => {
    await chart.open({ rows: Array.from({ length: 3_000 }, (_, index) => row(`i${index}`)) });
    const bar = await chart.barBox(0);
    await drag(chart.page, { from: { x: bar.x - 60, y: bar.y - 2 }, to: { x: bar.x + 40, y: 795 }, hold: true });
    await chart.page.waitForFunction(() => (document.querySelector(".g-gantt-scroller")?.scrollTop ?? 0) > 1_500);
    await chart.page.mouse.up();
    const selected = (await chart.events()).selections[0] ?? [];
    expect(selected.slice(0, 3)).toEqual(["i0", "i1", "i2"]);
    expect(selected.length).toBeGreaterThan(75);
    expect(selected).toEqual(Array.from({ length: selected.length }, (_, index) => `i${index}`));
    expect(await chart.page.locator('.bar-wrapper[data-id="r2"]').count()).toBe(0);
  });

  test("a double click opens the row", async () => {
    await chart.open({ rows: three() });
    const point = centreOf(await chart.barBox(1));
    await doubleClick(chart.page, point);
    expect((await chart.events()).opened).toEqual(["b"]);
  });
});

describe("drops from outside", () => {
  test("a point of the page is a day and a row of the chart, and nothing elsewhere", async () => {
    await chart.open({ rows: three() });
    const box = await chart.barBox(1);
    const hit = (x: number, y: number) => chart.page.evaluate((at) => harness.hitTest(at.x, at.y), { x, y });
    expect(await hit(box.x + 1, box.y + 4)).toEqual({ day: "2026-04-06", rowId: "b" });
    expect(await hit(box.x + 16 * 2 + 1, 600)).toEqual({ day: "2026-04-08", rowId: null });
    expect(await hit(200, 300)).toBeNull();
    expect(await hit(box.x, 40)).toBeNull();
  });

  test("the drop line stands at the left edge of its day and goes away again", async () => {
    await chart.open({ rows: [row("a", { start: "2026-04-22", end: "2026-04-23" })] });
    await chart.page.evaluate(() => harness.engine().showDropDay("2026-04-22"));
    const line = await chart.page.locator(".g-gantt-drop-line").boundingBox();
    expect(line?.x).toBeCloseTo((await chart.barBox(0)).x - 0.5, 0);
    expect(await chart.page.locator(".g-gantt-drop-tag").textContent()).toBe("22 Apr");
    await chart.page.evaluate(() => harness.engine().showDropDay(null));
    expect(await chart.page.locator(".g-gantt-drop-line").count()).toBe(0);
  });
});

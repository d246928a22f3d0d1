import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { GanttPlace, GanttRow } from "../src/types.ts";
import { manyRows, row } from "./page/rows.ts";
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

const HEADER_PX = 72;
const rows = manyRows(1_000);
const place: GanttPlace = { day: "2026-08-10", dayOffsetPx: 5, rowId: "i400", rowOffsetPx: 11, focusedRowId: "i405" };

const topOf = async (id: string) => {
  const box = await chart.page.locator(`.g-gantt-row[aria-label="${titleOf(id)}, described"]`).boundingBox();
  return box && box.y - HEADER_PX;
};
const titleOf = (id: string) => rows.find((item) => item.id === id)?.title ?? `Item ${id}`;
const dayAtLeft = () => chart.page.evaluate(() => harness.hitTest(401, 300)?.day);
const tabStop = () => chart.page.locator('.g-gantt-row[tabindex="0"]').getAttribute("aria-label");
const focusedRow = () =>
  chart.page.evaluate(() => document.activeElement?.closest(".g-gantt-row")?.getAttribute("aria-label") ?? null);
const focus = (id: string) => chart.page.evaluate((rowId) => harness.engine().focusRow(rowId), id);
const lastRest = () => chart.page.evaluate(() => harness.events.rests.at(-1));
const withoutIds = (...ids: string[]) => rows.filter(({ id }) => !ids.includes(id));

describe("a chart that starts at a place", () => {
  test("shows its day and row to the pixel, and its row has the tab stop without taking the focus", async () => {
    await chart.open({ rows, place });
    expect(await topOf("i400")).toBe(-11);
    expect(await dayAtLeft()).toBe("2026-08-10");
    expect(await tabStop()).toBe("Work item number 405, described");
    expect(await focusedRow()).toBeNull();
  });

  test("is where the chart was that told of the place", async () => {
    await chart.open({ rows, scale: "day" });
    await focus("i303");
    await scrollTo(chart, { top: 8_543, left: 3_217 });
    await chart.page.waitForFunction(() => harness.events.rests.at(-1)?.rowOffsetPx === 3);
    const told = await lastRest();
    if (!told) throw new Error("Nothing was told");
    expect(told).toMatchObject({ rowId: "i305", rowOffsetPx: 3, focusedRowId: "i303" });
    await chart.open({ rows, scale: "day", place: told });
    expect(await scrolledTo(chart)).toEqual({ top: 8_543, left: 3_217 });
    expect(await tabStop()).toBe("Work item number 303, described");
  });

  test("whose row is gone stands where the focused row is in view", async () => {
    await chart.open({ rows: withoutIds("i400"), place });
    const top = await topOf("i405");
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(700);
    expect(await dayAtLeft()).toBe("2026-08-10");
  });

  test("whose focused row is gone has its tab stop at the first whole row in view", async () => {
    await chart.open({ rows: withoutIds("i405"), place });
    expect(await topOf("i400")).toBe(-11);
    expect(await tabStop()).toBe("Work item number 401, described");
  });

  test("of which no row is left starts at the top, at the day", async () => {
    await chart.open({ rows: rows.slice(0, 100), place });
    expect(await topOf("i0")).toBe(0);
    expect(await dayAtLeft()).toBe("2026-08-10");
  });

  test("that no calendar has shows today, and the row all the same", async () => {
    await chart.open({ rows, place: { ...place, day: "2026-02-31" } });
    expect(await topOf("i400")).toBe(-11);
    expect(await chart.page.evaluate(() => harness.hitTest(900, 300)?.day)).toBe("2026-04-15");
  });

  test("takes its rows when they come later", async () => {
    await chart.open({ rows: [], place });
    await chart.update({ rows });
    expect(await topOf("i400")).toBe(-11);
    expect(await dayAtLeft()).toBe("2026-08-10");
    expect(await tabStop()).toBe("Work item number 405, described");
  });

  test("is read once: another place later moves nothing", async () => {
    await chart.open({ rows, place });
    await chart.update({ place: { ...place, rowId: "i10", day: "2026-05-01" } });
    expect(await topOf("i400")).toBe(-11);
  });

  test("that is hidden at first goes there when it is shown", async () => {
    await chart.page.evaluate(() => document.querySelector<HTMLElement>("#host")?.style.setProperty("display", "none"));
    await chart.open({ rows, place });
    await chart.page.evaluate(async () => {
      document.querySelector<HTMLElement>("#host")?.style.removeProperty("display");
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
    expect(await topOf("i400")).toBe(-11);
    expect(await dayAtLeft()).toBe("2026-08-10");
  });
});

describe("new rows", () => {
  const open = async (top: number) => {
    await chart.open({ rows });
    await scrollTo(chart, { top });
  };

  test("above the view leave the first row in view where it is", async () => {
    await open(8_543);
    const fresh = ["x", "y", "z"].map((id) => row(id));
    await chart.update({ rows: [...fresh, ...rows] });
    expect(await topOf("i305")).toBe(-3);
  });

  test("that lack rows above the view leave it where it is too", async () => {
    await open(8_543);
    await chart.update({ rows: rows.slice(100) });
    expect(await topOf("i305")).toBe(-3);
  });

  test("that lack the first row in view keep the next one where it was", async () => {
    await open(8_543);
    await chart.update({ rows: withoutIds("i305", "i306") });
    expect(await topOf("i307")).toBe(2 * 28 - 3);
  });

  test("that lack all rows in view bring the next one below to the top", async () => {
    await open(8_543);
    await chart.update({ rows: rows.filter((_, index) => index < 200 || index > 600) });
    expect(await topOf("i601")).toBe(0);
  });

  test("in another order keep the first row in view where it was", async () => {
    await open(8_543);
    await chart.update({ rows: rows.toReversed() });
    expect(await topOf("i305")).toBe(-3);
  });

  test("in another order leave a view at the very top at the top", async () => {
    await open(0);
    await chart.update({ rows: rows.toReversed() });
    expect(await topOf("i999")).toBe(0);
  });

  test("before the first row push nothing down under the pointer, even at the very top", async () => {
    await open(0);
    await chart.update({ rows: [row("x"), ...rows] });
    expect(await topOf("i0")).toBe(0);
  });

  test("that were none for a while come back where they were, with the focus", async () => {
    await open(8_543);
    await focus("i310");
    await chart.update({ rows: [] });
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("treegrid");
    await chart.update({ rows });
    expect(await topOf("i305")).toBe(-3);
    expect(await focusedRow()).toBe("Work item number 310, described");
  });

  test("keep the day at the left edge", async () => {
    await open(8_543);
    await chart.page.evaluate(() => harness.engine().scrollToDay("2026-10-05"));
    const before = await dayAtLeft();
    await chart.update({ rows: [row("long", { start: "2024-01-01", end: "2024-02-01" }), ...rows] });
    expect(await dayAtLeft()).toBe(before);
  });

  test("with another height keep the first row in view", async () => {
    await open(28 * 300);
    await chart.update({ rows: rows.slice(50), rowHeight: 48, barHeight: 20 });
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
    await chart.open({ rows });
    await focus("i10");
    await chart.page.evaluate(() => document.activeElement?.setAttribute("data-mine", "yes"));
    await chart.update({ rows: [row("x"), ...rows.slice(5)] });
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
    await chart.open({ rows });
    await focus("i20");
    await chart.update({ locale: "zh-CN" });
    await chart.update({ columns: [{ id: "title" }, { id: "end" }] });
    await chart.update({ scale: "month" });
    expect(await focusedRow()).toBe("Work item number 20, described");
  });
});

describe("what else keeps the place", () => {
  test("another width of the window keeps the day at the left edge, to the pixel", async () => {
    const page = await browser.newPage({ width: 1_400, height: 800 });
    await page.open({ rows, place });
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
    await chart.open({ rows, place });
    const before = await scrolledTo(chart);
    await chart.update({ gridWidth: 520 });
    expect(await scrolledTo(chart)).toEqual(before);
  });

  test("another scale keeps rows where they are and the day at the centre", async () => {
    await chart.open({ rows, place });
    const centre = () => chart.page.evaluate(() => harness.hitTest(900, 300)?.day);
    const before = await centre();
    await chart.update({ scale: "day" });
    expect(await topOf("i400")).toBe(-11);
    expect(await centre()).toBe(before);
  });

  test("another language keeps day and row", async () => {
    await chart.open({ rows, place });
    const before = await scrolledTo(chart);
    await chart.update({ locale: "zh-CN" });
    expect(await scrolledTo(chart)).toEqual(before);
  });
});

describe("what the caller hears of the view", () => {
  test("once laid out, days and rows in view", async () => {
    await chart.open({ rows, place });
    await chart.page.waitForFunction(() => harness.events.views.length > 0);
    const view = (await chart.events()).views.at(-1);
    expect(view?.fromRow).toBeCloseTo(400 + 11 / 28, 5);
    expect((view?.toRow ?? 0) - (view?.fromRow ?? 0)).toBeCloseTo((800 - HEADER_PX) / 28, 1);
    expect((view?.toDay ?? 0) - (view?.fromDay ?? 0)).toBeCloseTo(1_000 / 16, 0);
  });

  test("while scrolling, once a frame at most", async () => {
    await chart.open({ rows });
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
    await chart.open({ rows });
    await focus("i3");
    await chart.page.waitForFunction(() => harness.events.rests.at(-1)?.focusedRowId === "i3");
    await scrollTo(chart, { top: 280 });
    await chart.page.waitForFunction(() => harness.events.rests.at(-1)?.rowId === "i10");
    await scrollTo(chart, { top: 300 });
    await scrollTo(chart, { top: 280 });
    await scrollTo(chart, { top: 308 });
    await chart.page.waitForFunction(() => harness.events.rests.at(-1)?.rowId === "i11");
    expect((await chart.events()).rests.map(({ rowId, focusedRowId }) => [rowId, focusedRowId])).toEqual([
      ["i0", "i3"],
      ["i10", "i3"],
      ["i11", "i3"],
    ]);
  });

  test("a chart that is gone tells nothing more", async () => {
    await chart.open({ rows });
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
    await chart.open({ rows });
    await chart.page.evaluate(() => harness.engine().centreOn({ day: 20_680.5, row: 500.5 }));
    const middle = { x: 400 + 500, y: HEADER_PX + (800 - HEADER_PX) / 2 };
    expect(await chart.page.evaluate((at) => harness.hitTest(at.x, at.y), middle)).toEqual({
      day: "2026-08-15",
      rowId: "i500",
    });
  });

  test("beyond the plan's ends stops at them", async () => {
    await chart.open({ rows });
    await chart.page.evaluate(() => harness.engine().centreOn({ day: -1e6, row: -50 }));
    expect(await scrolledTo(chart)).toEqual({ top: 0, left: 0 });
    await chart.page.evaluate(() => harness.engine().centreOn({ day: 1e6, row: 1e6 }));
    expect(await chart.page.locator('.g-gantt-row[data-index="999"]').isVisible()).toBe(true);
  });
});

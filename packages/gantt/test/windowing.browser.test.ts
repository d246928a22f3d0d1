import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { manyRows, row } from "./page/rows.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { elementCount, scrollTo as scrollView, showBar } from "./support/view.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const scrollTo = (place: { top?: number; left?: number }) => scrollView(chart, place);
const rows = manyRows(10_000);
const showRow = async (index: number) => {
  const item = rows[index];
  if (item) await showBar(chart, { row: item, index });
};

const barOrArrow = (index: number) =>
  chart.page.locator(`.bar-wrapper[data-id="r${index + 1}"]:not(.is-away), .g-gantt-edge[data-index="${index}"]`);
const shownRows = () => chart.page.locator(".g-gantt-row:not([hidden])");

describe("10,000 rows", () => {
  beforeEach(() => chart.open({ rowCount: 10_000 }));

  test("only the window's rows and bars are in the page", async () => {
    expect(await shownRows().count()).toBeLessThan(50);
    expect(await chart.page.locator(".bar-wrapper").count()).toBeLessThan(50);
    expect(await elementCount(chart)).toBeLessThan(1_500);
  });

  test("the tree-grid tells how many rows there are and which each is", async () => {
    const tree = chart.page.getByRole("treegrid", { name: "Work items" });
    expect(await tree.getAttribute("aria-rowcount")).toBe("10001");
    expect(await shownRows().nth(3).getAttribute("aria-rowindex")).toBe("5");
  });

  test("scrolling down shows the rows that belong there, and as few as before", async () => {
    await scrollTo({ top: 28 * 5_000 });
    const first = await chart.page.locator('.g-gantt-row[data-index="5000"]').boundingBox();
    expect(first?.y).toBe(72);
    expect(await chart.page.locator('.g-gantt-row[data-index="5000"]').textContent()).toContain(
      "Work item number 5000",
    );
    expect(await barOrArrow(5_002).count()).toBe(1);
    expect(await shownRows().count()).toBeLessThan(60);
    expect(await chart.page.locator(".bar-wrapper").count()).toBeLessThan(60);
  });

  test("the last row can be reached and stands free of the foot", async () => {
    await scrollTo({ top: 28 * 10_000 });
    const last = await chart.page.locator('.g-gantt-row[data-index="9999"]').boundingBox();
    expect(last && last.y + last.height).toBeLessThanOrEqual(800 - 64);
  });

  test("a row and its bar share the same middle wherever the view is", async () => {
    for (const index of [1, 401, 5_003, 9_901]) {
      await showRow(index);
      const rowBox = await chart.page.locator(`.g-gantt-row[data-index="${index}"]`).boundingBox();
      const bar = await chart.barBox(index);
      expect(bar.y + bar.height / 2).toBeCloseTo((rowBox?.y ?? 0) + 14, 5);
    }
  });

  test("a view that flies past is a sketch, and real rows again where it comes to rest", async () => {
    const flight = await chart.page.evaluate(async () => {
      const scroller = document.querySelector(".g-gantt-scroller");
      const nextFrame = () => new Promise((painted) => requestAnimationFrame(painted));
      for (let frame = 1; scroller && frame <= 6; frame += 1) {
        scroller.scrollTop = frame * 1_400;
        await nextFrame();
      }
      await nextFrame();
      return {
        flying: document.querySelector(".g-gantt.is-flying") !== null,
        sketch: document.querySelector(".g-gantt-sketch")?.getAttribute("d")?.length ?? 0,
      };
    });
    expect(flight.flying).toBe(true);
    expect(flight.sketch).toBeGreaterThan(500);
    await chart.page.locator(".g-gantt:not(.is-flying)").waitFor();
    expect((await chart.page.locator('.g-gantt-row[data-index="300"]').boundingBox())?.y).toBe(72);
    expect(await barOrArrow(303).isVisible()).toBe(true);
  });

  test("a leap of the view leaves no row of the place before", async () => {
    await scrollTo({ top: 28 * 9_000 });
    const indexes = await shownRows().evaluateAll((rows) =>
      rows.map((element) => Number(element.getAttribute("data-index"))),
    );
    expect(indexes.filter((index) => index > 0 && index < 8_900)).toEqual([]);
  });
});

describe("the time axis on screen", () => {
  test.each([
    ["day", "15"],
    ["week", "13 Apr"],
    ["month", "April 2026"],
    ["quarter", "Q2 2026"],
    ["year", "Q2 2026"],
  ] as const)("at scale %s the header says %s where today is", async (scale, text) => {
    await chart.open({ rows: [row("a")], scale });
    const today = await chart.page.locator(".g-gantt-today").boundingBox();
    const under = await chart.page
      .locator(".g-gantt-lower")
      .evaluateAll(
        (cells, x) =>
          cells.find((cell) => cell.getBoundingClientRect().left <= x && cell.getBoundingClientRect().right > x)
            ?.textContent,
        today?.x ?? 0,
      );
    expect(under).toContain(text);
  });

  test("a change of scale keeps the day at the centre", async () => {
    await chart.open({ rowCount: 200, scale: "day" });
    const dayAtCentre = () => chart.page.evaluate(() => harness.hitTest(900, 300)?.day);
    await chart.page.evaluate(() => harness.engine().scrollToDay("2026-09-01"));
    const before = await dayAtCentre();
    await chart.update({ scale: "week" });
    expect(await dayAtCentre()).toBe(before);
    await chart.update({ scale: "day" });
    expect(await dayAtCentre()).toBe(before);
  });

  test("header cells and day lines are those near the view, over any number of years", async () => {
    await chart.open({ rows: [row("a", { start: "2010-01-01", end: "2040-01-01" })], scale: "day" });
    expect(await chart.page.locator(".g-gantt-lower").count()).toBeLessThan(120);
    await scrollTo({ left: 36 * 4_000 });
    expect(await chart.page.locator(".g-gantt-lower").count()).toBeLessThan(120);
    const cells = await chart.page
      .locator(".g-gantt-lower")
      .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().left));
    expect(Math.min(...cells)).toBeLessThan(400);
    expect(Math.max(...cells)).toBeGreaterThan(1_300);
  });

  test("Today, a day and a row can be brought into view", async () => {
    await chart.open({ rowCount: 10_000 });
    await chart.page.evaluate(() => harness.engine().scrollToDay("2027-03-01"));
    expect(await chart.page.evaluate(() => harness.hitTest(402, 300)?.day)).toBe("2027-03-01");
    await chart.page.evaluate(() => harness.engine().scrollToToday());
    expect(await chart.page.evaluate(() => harness.hitTest(900, 300)?.day)).toBe("2026-04-15");
    await chart.page.evaluate(() => harness.engine().scrollToRow("i7777"));
    expect(await chart.page.locator('.g-gantt-row[data-index="7777"]').isVisible()).toBe(true);
  });

  test("Fit shows every bar and says which scale it chose", async () => {
    await chart.open({
      rows: [
        row("a", { start: "2026-01-05", end: "2026-01-09" }),
        row("b", { start: "2026-06-01", end: "2026-06-12" }),
      ],
      scale: "day",
    });
    expect(await chart.page.evaluate(() => harness.engine().fit())).toBe("month");
    for (const index of [0, 1]) {
      const bar = await chart.barBox(index);
      expect(bar.x).toBeGreaterThanOrEqual(400);
      expect(bar.x + bar.width).toBeLessThanOrEqual(1_400);
    }
  });

  test("a bar covers its days inclusively, at every scale", async () => {
    for (const [scale, pxPerDay] of [
      ["day", 36],
      ["week", 16],
      ["month", 4],
    ] as const) {
      await chart.open({ rows: [row("a", { start: "2026-04-06", end: "2026-04-10" })], scale });
      expect((await chart.barBox(0)).width).toBeCloseTo(5 * pxPerDay - 1, 5);
    }
  });
});

describe("updates", () => {
  test("a refresh with the same rows keeps place and focus", async () => {
    await chart.open({ rowCount: 1_000 });
    await chart.page.evaluate(() => harness.engine().focusRow("i500"));
    await scrollTo({ left: 3_000 });
    const before = await chart.page.evaluate(() => [
      document.querySelector(".g-gantt-scroller")?.scrollTop,
      document.querySelector(".g-gantt-scroller")?.scrollLeft,
    ]);
    await chart.update({ rowCount: 1_000 });
    expect(
      await chart.page.evaluate(() => [
        document.querySelector(".g-gantt-scroller")?.scrollTop,
        document.querySelector(".g-gantt-scroller")?.scrollLeft,
      ]),
    ).toEqual(before);
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("data-index"))).toBe("500");
  });

  test("the focus goes along with its row when rows above it vanish", async () => {
    await chart.open({ rows: ["a", "b", "c", "d"].map((id) => row(id)) });
    await chart.page.evaluate(() => harness.engine().focusRow("d"));
    await chart.update({ rows: ["a", "d"].map((id) => row(id)) });
    expect(await chart.page.evaluate(() => document.activeElement?.textContent)).toContain("Item d");
    expect(await shownRows().count()).toBe(2);
  });

  test("a narrower tree-grid gives its pixels to the chart, by splitter and by key", async () => {
    await chart.open({ rowCount: 50 });
    const splitter = chart.page.getByRole("separator", { name: "Work items" });
    await splitter.focus();
    await chart.page.keyboard.press("ArrowLeft");
    expect(await splitter.getAttribute("aria-valuenow")).toBe("384");
    await chart.page.mouse.move(384, 400);
    await chart.page.mouse.down();
    await chart.page.mouse.move(300, 400, { steps: 4 });
    await chart.page.mouse.up();
    expect((await chart.events()).widths.at(-1)).toBe(300);
    expect((await chart.page.locator(".g-gantt-tree").boundingBox())?.width).toBe(300);
  });

  test("after scrolling rests the caller hears day and row, once", async () => {
    await chart.open({ rowCount: 1_000 });
    await scrollTo({ top: 2_800 });
    await scrollTo({ top: 5_600 });
    await chart.page.waitForFunction(() => harness.events.rests.at(-1)?.rowId === "i200");
    expect((await chart.events()).rests.filter(({ rowId }) => rowId === "i200")).toHaveLength(1);
  });
});

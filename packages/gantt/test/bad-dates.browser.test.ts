import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { GanttLink } from "../src/types.ts";
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

const titles = () =>
  chart.page.locator(".g-gantt-row:visible").evaluateAll((rows) => rows.map((one) => one.textContent ?? ""));
const rowText = (id: string) => chart.page.locator(".g-gantt-row:visible", { hasText: id }).first().textContent();
const link = (id: string, from: string, to: string): GanttLink => ({
  id,
  from,
  to,
  type: "FS",
  critical: false,
  broken: false,
});
const rightOf = (box: { x: number; width: number }) => box.x + box.width;

describe("dates that make no sense", () => {
  test("an end before its start is drawn over the days between and marked", async () => {
    await chart.open({ rows: [row("a", { title: "Turned", start: "2026-04-20", end: "2026-04-10" })] });
    const bar = chart.page.locator(".bar-wrapper.is-inverted .bar");
    expect((await bar.boundingBox())?.width).toBeCloseTo(11 * 16 - 1, 0);
    expect(await rowText("Turned")).toContain("20 Apr10 Apr");
  });

  test("an inverted bar can't be dragged: nobody knows which end is meant", async () => {
    await chart.open({ rows: [row("a", { start: "2026-04-20", end: "2026-04-10" })] });
    const from = centreOf(await chart.barBox(0));
    await drag(chart.page, { from, to: { x: from.x + 64, y: from.y } });
    expect((await chart.events()).changes).toEqual([]);
  });

  test.each([
    ["a start", { start: "2026-04-16", end: null }, "end"],
    ["an end", { start: null, end: "2026-04-16" }, "start"],
  ] as const)("%s alone is a day that fades where the other is missing", async (_name, dates, open) => {
    await chart.open({ rows: [row("a", dates)] });
    expect(await chart.page.locator("rect.bar").getAttribute("data-open")).toBe(open);
    expect((await chart.barBox(0)).width).toBeCloseTo(15, 0);
  });

  test("no dates at all leave a row without a bar", async () => {
    await chart.open({ rows: [row("a", { title: "Undated", start: null, end: null }), row("b")] });
    expect(await titles()).toHaveLength(2);
    expect(await chart.page.locator(".bar-wrapper").count()).toBe(1);
  });

  test.each(["0001-01-01", "1492-10-12", "9999-12-31"] as const)(
    "a bar of %s is listed with its dates, and an arrow at the edge points to it",
    async (day) => {
      await chart.open({ rows: [row("near"), row("far", { title: "Far away", start: day, end: day })] });
      expect(await titles()).toHaveLength(2);
      const arrow = chart.page.locator(".g-gantt-edge");
      expect(await arrow.count()).toBe(1);
      const box = await arrow.boundingBox();
      expect(box && (day < "2026" ? box.x < 440 : box.x > 1_360)).toBe(true);
    },
  );

  test("a plan of nothing but the year 9999 opens, shows its rows and points to their bars", async () => {
    const rows = ["a", "b"].map((id) => row(id, { start: "9999-12-01", end: "9999-12-31" }));
    await chart.open({ rows });
    expect(await titles()).toHaveLength(2);
    expect(await chart.page.locator(".g-gantt-edge").count()).toBe(2);
    expect(["day", "week", "month", "quarter", "year"]).toContain(
      await chart.page.evaluate(() => harness.engine().fit()),
    );
  });

  test.each(["day", "week", "month", "quarter", "year"] as const)(
    "the first and the last day of the calendar are drawn beside today at scale %s",
    async (scale) => {
      const rows = [
        row("first", { start: "0001-01-01", end: "0001-01-02" }),
        row("last", { start: "9999-12-30", end: "9999-12-31" }),
        row("now"),
      ];
      await chart.open({ rows, scale });
      expect(await titles()).toHaveLength(3);
      expect(await chart.page.locator('.bar-wrapper[data-id="r3"]').count()).toBe(1);
      const scroller = await chart.page.locator(".g-gantt-scroller").evaluate((element) => element.scrollWidth);
      expect(scroller).toBeLessThan(4_000_000);
    },
  );

  test("a bar from year 1 to year 9999 goes through the whole view", async () => {
    await chart.open({ rows: [row("a", { start: "0001-01-01", end: "9999-12-31" })] });
    expect(await titles()).toHaveLength(1);
    const bar = await chart.barBox(0);
    expect(bar.x).toBeLessThan(400);
    expect(rightOf(bar)).toBeGreaterThan(1_400);
  });

  test("texts that are no days are rows without bars, as they came", async () => {
    const texts = ["2026-02-30", "2026-13-01", "2026-99-99"] as const;
    await chart.open({ rows: texts.map((text) => row(text, { start: text, end: text })) });
    expect(await titles()).toHaveLength(texts.length);
    expect(await chart.page.locator(".bar-wrapper").count()).toBe(0);
    expect(await rowText("2026-02-30")).toContain("2026-02-30");
  });

  test("a text that is no day beside one that is counts as missing", async () => {
    await chart.open({ rows: [row("a", { start: "2026-04-16", end: "2026-04-31" })] });
    expect(await chart.page.locator("rect.bar").getAttribute("data-open")).toBe("end");
  });

  test("a bar that is moved past the last day of the calendar stops there", async () => {
    await chart.open({ rows: [row("a", { start: "9999-12-20", end: "9999-12-30" })] });
    await chart.page.evaluate(() => harness.engine().focusRow("a"));
    for (const key of [" ", "Shift+ArrowRight", "Enter"]) await chart.page.keyboard.press(key);
    const [change] = (await chart.events()).changes.at(-1) ?? [];
    expect(change?.end ?? "9999-12-30").toMatch(/^9999-12-3[01]$/);
  });
});

describe("numbers and objects that make no sense", () => {
  test.each([
    ["not a number", Number.NaN],
    ["below none", -40],
    ["beyond all", 900],
    ["without end", Number.POSITIVE_INFINITY],
  ])("progress that is %s draws no more than the bar", async (_name, progress) => {
    await chart.open({ rows: [row("b")] });
    await chart.page.evaluate(
      ({ value, rows }) => harness.update({ rows: rows.map((one) => ({ ...one, progress: value })) }),
      { value: progress, rows: [row("a")] },
    );
    const bar = await chart.barBox(0);
    const done = chart.page.locator(".bar-progress");
    const widths = await done.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(widths.every((width) => width >= 0 && width <= bar.width)).toBe(true);
    expect(await titles()).toHaveLength(1);
  });

  test("frozen rows, links and options are read and left as they are", async () => {
    await chart.page.evaluate(
      ({ rows, links }) => {
        const freeze = <Item extends object>(items: Item[]) => Object.freeze(items.map((item) => Object.freeze(item)));
        harness.open({ rows: freeze(rows), links: freeze(links) });
      },
      { rows: [row("a"), row("b", { start: "2026-04-13", end: "2026-04-15" })], links: [link("1", "a", "b")] },
    );
    const from = centreOf(await chart.barBox(0));
    await drag(chart.page, { from, to: { x: from.x + 32, y: from.y } });
    expect((await chart.events()).changes[0]).toMatchObject([{ id: "a", start: "2026-04-08" }]);
  });
});

test("all of this without a word on the console", () => {
  expect(chart.problems).toEqual([]);
});

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

const frames = () =>
  chart.page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
/** Turns the wheel with Ctrl held down, and waits for the picture. */
const wheel = async (deltaY: number, { x, y }: { x: number; y: number }, turns = 1) => {
  await chart.page.mouse.move(x, y);
  await chart.page.keyboard.down("Control");
  for (let turn = 0; turn < turns; turn += 1) {
    await chart.page.mouse.wheel(0, deltaY);
    await frames();
  }
  await chart.page.keyboard.up("Control");
};
const dayAt = (x: number) => chart.page.evaluate((at) => harness.hitTest(at, 300)?.day, x);
const scale = () => chart.page.locator(".g-gantt").getAttribute("data-scale");
const pressed = async (...keys: string[]) => {
  for (const key of keys) await chart.page.keyboard.press(key);
};
/** Left edge of the bar's first day: a line is drawn half a pixel inside it. */
const barLeft = async () => (await chart.barBox(0)).x - 0.5;
/** Widths of days that a bar of five days stands for. */
const pxPerDay = async () => ((await chart.barBox(0)).width + 1) / 5;

describe("zooming with the wheel", () => {
  test("keeps the day under the pointer there to the pixel, all the way in and out", async () => {
    await chart.open({ rows: [row("a", { start: "2026-04-20", end: "2026-04-24" })] });
    const x = await barLeft();
    const place = { x, y: 400 };
    for (const turn of [-100, -100, -100, 100, 100, 100, 100, 100, 100]) {
      await wheel(turn, place);
      expect(Math.abs((await barLeft()) - x)).toBeLessThanOrEqual(0.5);
    }
    expect(await pxPerDay()).toBeLessThan(8);
  });

  test("holds its day through a hundred small steps of a trackpad", async () => {
    await chart.open({ rows: [row("a", { start: "2026-04-20", end: "2026-04-24" })] });
    const x = await barLeft();
    await wheel(-2, { x, y: 400 }, 50);
    await wheel(2, { x, y: 400 }, 50);
    expect(Math.abs((await barLeft()) - x)).toBeLessThanOrEqual(0.5);
    expect(await pxPerDay()).toBeCloseTo(16, 3);
  });

  test("passes from scale to scale, tells the caller each, and shows the header of each", async () => {
    await chart.open({ rows: [row("a")], scale: "day" });
    await wheel(100, { x: 900, y: 400 }, 24);
    expect((await chart.events()).scales).toEqual(["week", "month", "quarter", "year"]);
    expect(await scale()).toBe("year");
    expect(await chart.page.locator(".g-gantt-lower").first().getAttribute("data-unit")).toBe("quarter");
  });

  test("stops at the finest and at the coarsest width of a day", async () => {
    await chart.open({ rows: [row("a")], scale: "day" });
    await wheel(-100, { x: 900, y: 400 }, 12);
    await chart.page.evaluate(() => harness.engine().scrollToRow("a"));
    await chart.page.evaluate(() => harness.engine().scrollToDay("2026-04-06"));
    expect(await pxPerDay()).toBeCloseTo(96, 3);
    await wheel(100, { x: 900, y: 400 }, 40);
    expect((await chart.barBox(0)).width + 1).toBeCloseTo(2, 0);
    expect(chart.problems).toEqual([]);
  });

  test("does not zoom the page, and without Ctrl it scrolls", async () => {
    await chart.open({ rowCount: 500 });
    const ratio = () => chart.page.evaluate(() => window.devicePixelRatio);
    const before = await ratio();
    await wheel(-100, { x: 200, y: 400 });
    expect(await ratio()).toBe(before);
    const prevented = await chart.page.evaluate(() => {
      const event = new WheelEvent("wheel", { deltaY: 100, ctrlKey: true, bubbles: true, cancelable: true });
      document.querySelector(".g-gantt-tree")?.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(prevented).toBe(true);
    await frames();
    await chart.page.mouse.wheel(0, 100);
    await chart.page.waitForFunction(() => (document.querySelector(".g-gantt-scroller")?.scrollTop ?? 0) > 0);
  });

  test("lays the chart out once a frame, however often the wheel speaks", async () => {
    await chart.open({ rows: [row("a")] });
    const layouts = await chart.page.evaluate(async () => {
      const root = document.querySelector<HTMLElement>(".g-gantt");
      if (!root) return -1;
      let count = 0;
      const observer = new MutationObserver((changes) => {
        count += changes.filter(({ attributeName }) => attributeName === "style").length > 0 ? 1 : 0;
      });
      observer.observe(root, { attributes: true });
      const turn = { deltaY: -5, ctrlKey: true, bubbles: true, cancelable: true, clientX: 900, clientY: 300 };
      for (let event = 0; event < 20; event += 1) {
        document.querySelector(".g-gantt-chart")?.dispatchEvent(new WheelEvent("wheel", turn));
        await Promise.resolve();
      }
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      observer.disconnect();
      return count;
    });
    expect(layouts).toBe(1);
    expect(await pxPerDay()).toBeCloseTo(16 * Math.exp(1), 1);
  });

  test("edits as exactly between two scales as at one", async () => {
    await chart.open({ rows: [row("a")] });
    await wheel(-7, { x: 900, y: 400 }, 3);
    const width = await pxPerDay();
    const from = centreOf(await chart.barBox(0));
    await drag(chart.page, { from, to: { x: from.x + width * 3, y: from.y } });
    expect((await chart.events()).changes).toEqual([
      [{ id: "a", start: "2026-04-09", end: "2026-04-13", progress: 0 }],
    ]);
  });

  test("goes on under a drag, which keeps to its days", async () => {
    await chart.open({ rows: [row("a")] });
    const from = centreOf(await chart.barBox(0));
    await drag(chart.page, { from, to: { x: from.x + 32, y: from.y }, hold: true });
    await wheel(-100, { x: from.x + 32, y: from.y });
    expect(await chart.page.locator(".g-gantt-ghost").textContent()).toBe("Item a: 2026-04-08 to 2026-04-12");
    await chart.page.mouse.up();
    expect((await chart.events()).changes).toEqual([
      [{ id: "a", start: "2026-04-08", end: "2026-04-12", progress: 0 }],
    ]);
  });

  test("under a drag does not hinder Escape from restoring the bar", async () => {
    await chart.open({ rows: [row("a")] });
    const from = centreOf(await chart.barBox(0));
    await drag(chart.page, { from, to: { x: from.x + 32, y: from.y }, hold: true });
    await wheel(-100, { x: from.x + 32, y: from.y });
    const held = await barLeft();
    await chart.page.keyboard.press("Escape");
    expect(await barLeft()).toBeCloseTo(held - 2 * (await pxPerDay()), 0);
    await chart.page.mouse.up();
    expect((await chart.events()).changes).toEqual([]);
  });

  test("leaves out of the header what its cells have no room for", async () => {
    await chart.open({ rows: [row("a")], scale: "year" });
    const texts = () => chart.page.locator(".g-gantt-lower").allTextContents();
    expect((await texts()).every((text) => /^Q\d \d{4}$/.test(text))).toBe(true);
    await wheel(24, { x: 900, y: 400 }, 2);
    expect((await texts()).every((text) => text === "")).toBe(true);
  });

  test("keeps the chart under its budget of elements at the narrowest columns of days", async () => {
    await chart.open({ rowCount: 2_000, scale: "day" });
    while ((await scale()) === "day") {
      expect(await chart.page.locator(".g-gantt *").count()).toBeLessThan(1_500);
      await wheel(4, { x: 900, y: 400 });
    }
  });
});

describe("zooming by key", () => {
  const open = async () => {
    await chart.open({ rows: [row("a", { start: "2026-04-13", end: "2026-04-17" }), row("b")] });
    await chart.page.evaluate(() => harness.engine().focusRow("a"));
  };

  test("plus and minus keep the focused bar where it is, and say the scale", async () => {
    await open();
    const centre = centreOf(await chart.barBox(0)).x;
    await pressed("+");
    expect(Math.abs(centreOf(await chart.barBox(0)).x - centre)).toBeLessThanOrEqual(1);
    expect(await chart.page.locator(".g-gantt-live").textContent()).toBe("day");
    await pressed("-", "-", "-");
    expect(Math.abs(centreOf(await chart.barBox(0)).x - centre)).toBeLessThanOrEqual(1);
    expect(await chart.page.locator(".g-gantt-live").textContent()).toBe("month");
    expect((await chart.events()).scales).toEqual(["day", "week", "month"]);
  });

  test("they keep the centre where the focused bar is out of view", async () => {
    await open();
    await chart.page.evaluate(() => harness.engine().scrollToDay("2026-06-01"));
    const day = await dayAt(900);
    await pressed("+", "+");
    expect(await dayAt(900)).toBe(day);
  });

  test("the focus stays on its row", async () => {
    await open();
    await pressed("+", "-", "-");
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("data-index"))).toBe("0");
  });
});

describe("the caller's scale", () => {
  test("another one resets the width of a day to its own and keeps the centre", async () => {
    await chart.open({ rows: [row("a")] });
    await wheel(-20, { x: 900, y: 400 });
    const day = await dayAt(900);
    await chart.update({ scale: "day" });
    expect(await pxPerDay()).toBeCloseTo(36, 3);
    expect(await dayAt(900)).toBe(day);
  });

  test("the echo of what zooming reached changes nothing", async () => {
    await chart.open({ rows: [row("a")], scale: "day" });
    await wheel(24, { x: 900, y: 400 }, 2);
    expect((await chart.events()).scales).toEqual(["week"]);
    const before = await pxPerDay();
    await chart.update({ scale: "week" });
    await chart.update({ rows: [row("a")], scale: "week" });
    expect(await pxPerDay()).toBe(before);
  });

  test("Fit shows a plan of twelve years whole, bar by bar", async () => {
    const rows = [
      row("a", { start: "2020-01-06", end: "2020-03-01" }),
      row("b", { start: "2031-11-01", end: "2031-12-24" }),
    ];
    await chart.open({ rows, scale: "day" });
    expect(await chart.page.evaluate(() => harness.engine().fit())).toBe("year");
    for (const index of [0, 1]) {
      const bar = await chart.barBox(index);
      expect(bar.x).toBeGreaterThanOrEqual(400);
      expect(bar.x + bar.width).toBeLessThanOrEqual(1_400);
    }
  });
});

describe("panning", () => {
  const place = () =>
    chart.page.evaluate(() => {
      const scroller = document.querySelector(".g-gantt-scroller");
      return { left: scroller?.scrollLeft ?? 0, top: scroller?.scrollTop ?? 0 };
    });
  const panBy = async (dx: number, dy: number, { hold = false } = {}) => {
    await chart.page.mouse.move(900, 500);
    await chart.page.mouse.down({ button: "middle" });
    await chart.page.mouse.move(900 + dx / 2, 500 + dy / 2, { steps: 3 });
    await chart.page.mouse.move(900 + dx, 500 + dy, { steps: 3 });
    if (!hold) await chart.page.mouse.up({ button: "middle" });
  };

  test("the middle button takes the chart along, both ways", async () => {
    await chart.open({ rowCount: 500 });
    const before = await place();
    await panBy(-200, -150);
    const after = await place();
    expect({ dx: after.left - before.left, dy: after.top - before.top }).toEqual({ dx: 200, dy: 150 });
    expect(await chart.events()).toMatchObject({ selections: [], changes: [] });
  });

  test("it moves no bar, wherever it is pressed, and ends when it is let go", async () => {
    await chart.open({ rows: Array.from({ length: 500 }, (_, index) => row(`i${index}`)), selected: ["i10"] });
    const from = centreOf(await chart.barBox(10));
    await chart.page.mouse.move(from.x, from.y);
    await chart.page.mouse.down({ button: "middle" });
    await chart.page.mouse.move(from.x + 64, from.y - 56, { steps: 4 });
    await chart.page.mouse.up({ button: "middle" });
    const rested = await place();
    await chart.page.mouse.move(from.x + 300, from.y, { steps: 4 });
    expect(await place()).toEqual(rested);
    expect(await chart.events()).toMatchObject({ changes: [], selections: [] });
  });

  test("Shift with Left and Right goes by a third of the view, spoken, and the focus stays", async () => {
    await chart.open({ rows: [row("a")] });
    await chart.page.evaluate(() => harness.engine().focusRow("a"));
    const before = await place();
    await pressed("Shift+ArrowRight");
    expect((await place()).left - before.left).toBe(333);
    expect(await chart.page.locator(".g-gantt-live").textContent()).toMatch(/^\d+ \w+ – \d+ \w+$/);
    await pressed("Shift+ArrowLeft");
    expect((await place()).left).toBe(before.left);
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("data-index"))).toBe("0");
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { row } from "./page/rows.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const press = async (...keys: string[]) => {
  for (const key of keys) await chart.page.keyboard.press(key);
};
const focused = () => chart.page.evaluate(() => Number(document.activeElement?.getAttribute("data-index") ?? -1));
const spoken = () => chart.page.locator(".g-gantt-live").textContent();
const focusRow = (id: string) => chart.page.evaluate((row) => harness.engine().focusRow(row), id);
const changes = async () => (await chart.events()).changes;
const change = (id: string, over: object) => ({ id, start: "2026-04-06", end: "2026-04-10", progress: 0, ...over });
const rowMark = () => chart.page.locator(".g-gantt-tree > .g-gantt-row-mark");
const origins = () => chart.page.locator(".g-gantt-origins").getAttribute("d");

describe("a bar that Space picks up", () => {
  const rows = ["a", "b", "c"].map((id) => row(id));
  beforeEach(async () => {
    await chart.open({ rows });
    await focusRow("a");
  });

  test("moves by a day, with Shift by a week, and Enter drops it once, each step spoken", async () => {
    await press(" ");
    expect(await spoken()).toBe("Item a picked up");
    await press("ArrowRight");
    expect(await spoken()).toBe("Item a: 2026-04-07 to 2026-04-11");
    await press("Shift+ArrowRight", "ArrowLeft");
    expect(await spoken()).toBe("Item a: 2026-04-13 to 2026-04-17");
    expect(await changes()).toEqual([]);
    await press("Enter");
    expect(await spoken()).toBe("Item a dropped: 2026-04-13 to 2026-04-17");
    expect(await changes()).toEqual([[change("a", { start: "2026-04-13", end: "2026-04-17" })]]);
    expect((await chart.events()).opened).toEqual([]);
  });

  test("is dropped by Space as well", async () => {
    await press(" ", "ArrowRight", " ");
    expect(await changes()).toEqual([[change("a", { start: "2026-04-07", end: "2026-04-11" })]]);
    await press("ArrowDown");
    expect(await focused()).toBe(1);
  });

  test("with Alt moves its end, which stops at its start", async () => {
    await press(" ", "Alt+ArrowRight", "Alt+ArrowRight");
    expect(await spoken()).toBe("Item a: 2026-04-06 to 2026-04-12");
    await press("Alt+Shift+ArrowLeft", "Alt+Shift+ArrowLeft");
    expect(await spoken()).toBe("Item a: 2026-04-06 to 2026-04-06");
    await press("Alt+ArrowRight", "Enter");
    expect(await changes()).toEqual([[change("a", { end: "2026-04-07" })]]);
  });

  test("with Ctrl moves its start, which stops at its end", async () => {
    await press(" ", "Control+ArrowLeft");
    expect(await spoken()).toBe("Item a: 2026-04-05 to 2026-04-10");
    await press("Control+Shift+ArrowRight", "Control+ArrowRight", "Control+Shift+ArrowRight");
    expect(await spoken()).toBe("Item a: 2026-04-10 to 2026-04-10");
    await press("Control+ArrowLeft", "Enter");
    expect(await changes()).toEqual([[change("a", { start: "2026-04-09" })]]);
  });

  test("keeps both ends apart however they are moved, and moves whole in between", async () => {
    await press(" ", "Control+Shift+ArrowLeft", "Alt+Shift+ArrowLeft", "Alt+Shift+ArrowLeft");
    expect(await spoken()).toBe("Item a: 2026-03-30 to 2026-03-30");
    await press("ArrowRight", "Alt+ArrowRight", "Enter");
    expect(await changes()).toEqual([[change("a", { start: "2026-03-31", end: "2026-04-01" })]]);
  });

  test("with Up and Down sets its progress by five, with Shift by one, within 0 and 100", async () => {
    await press(" ", "ArrowUp", "ArrowUp", "Shift+ArrowUp");
    expect(await spoken()).toBe("Item a: 11%");
    await press("Shift+ArrowDown", "Enter");
    expect(await spoken()).toBe("Item a set to 10%");
    expect(await changes()).toEqual([[change("a", { progress: 10 })]]);
    await press(" ", "ArrowDown", "ArrowDown", "ArrowDown");
    expect(await spoken()).toBe("Item a: 0%");
    await press("ArrowUp", "Escape");
  });

  test("may change dates and progress in one go", async () => {
    await press(" ", "ArrowRight", "ArrowUp", "Enter");
    expect(await changes()).toEqual([[change("a", { start: "2026-04-07", end: "2026-04-11", progress: 5 })]]);
    expect(await spoken()).toBe("Item a dropped: 2026-04-07 to 2026-04-11 Item a set to 5%");
  });

  test("shows where it was, and its row is marked", async () => {
    expect(await rowMark().isVisible()).toBe(false);
    await press(" ", "ArrowRight");
    const row0 = await chart.page.locator('.g-gantt-row[data-index="0"]').boundingBox();
    expect(await rowMark().boundingBox()).toMatchObject({ y: row0?.y, height: row0?.height });
    expect(await origins()).toMatch(/^M/);
    await press("Enter");
    expect(await rowMark().isVisible()).toBe(false);
    expect(await origins()).toBeNull();
  });

  test("is put back by Escape, which says so, and the arrows go from row to row again", async () => {
    const before = await chart.barBox(0);
    await press(" ", "ArrowRight", "ArrowRight", "Escape");
    expect(await spoken()).toBe("Cancelled, nothing changed");
    expect(await chart.barBox(0)).toEqual(before);
    expect(await changes()).toEqual([]);
    await press("ArrowDown");
    expect(await focused()).toBe(1);
  });

  test("is put back when the focus leaves its row, by key or by pointer", async () => {
    await press(" ", "ArrowRight", "Tab");
    expect(await spoken()).toBe("Cancelled, nothing changed");
    await focusRow("a");
    await press(" ", "ArrowRight");
    await chart.page.locator('.g-gantt-row[data-index="2"]').click();
    expect(await changes()).toEqual([]);
    expect(await rowMark().isVisible()).toBe(false);
  });

  test("dropped where it was changes nothing", async () => {
    await press(" ", "ArrowRight", "ArrowLeft", "Enter");
    expect(await changes()).toEqual([]);
  });

  test("takes along everything selected if it is selected itself", async () => {
    await press("x", "Shift+ArrowDown", " ");
    expect(await spoken()).toBe("2 selected Item b picked up");
    await press("ArrowRight", "Enter");
    const moved = { start: "2026-04-07", end: "2026-04-11" };
    expect(await changes()).toEqual([[change("a", moved), change("b", moved)]]);
  });

  test("leaves the selected alone if it is not one of them", async () => {
    await chart.update({ selected: ["b", "c"] });
    await press(" ", "ArrowRight", "Enter");
    expect(await changes()).toEqual([[change("a", { start: "2026-04-07", end: "2026-04-11" })]]);
  });

  test("is scrolled into view before it moves, and stays in view", async () => {
    await chart.page.evaluate(() => harness.engine().scrollToDay("2026-05-20"));
    await press(" ");
    const inView = async () => {
      const bar = await chart.barBox(0);
      return bar.x >= 400 && bar.x + bar.width <= 1_400;
    };
    expect(await inView()).toBe(true);
    for (let week = 0; week < 12; week += 1) await press("Shift+ArrowRight");
    expect(await inView()).toBe(true);
  });

  test("goes past the end of the axis, which grows", async () => {
    await press(" ");
    for (let week = 0; week < 40; week += 1) await press("Shift+ArrowRight");
    expect(await spoken()).toBe("Item a: 2027-01-11 to 2027-01-15");
    expect((await chart.barBox(0)).x).toBeLessThan(1_400);
    await press("Enter");
    expect(await changes()).toEqual([[change("a", { start: "2027-01-11", end: "2027-01-15" })]]);
  });

  test("goes on over an update of other rows, and ends with an explanation when its own dates change", async () => {
    await press(" ", "ArrowRight");
    await chart.update({ rows: [row("x"), ...rows] });
    await press("ArrowRight");
    expect(await spoken()).toBe("Item a: 2026-04-08 to 2026-04-12");
    expect(await focused()).toBe(1);
    await chart.update({ rows: [row("x"), row("a", { end: "2026-04-17" }), row("b"), row("c")] });
    const explained = "Item a changed meanwhile, nothing was moved";
    expect(await spoken()).toBe(explained);
    expect(await chart.events()).toMatchObject({ refused: [explained], changes: [] });
    await press("ArrowDown");
    expect(await focused()).toBe(2);
  });

  test("ends with an explanation when its row goes away", async () => {
    await press(" ", "ArrowRight");
    await chart.update({ rows: rows.slice(1) });
    expect(await spoken()).toBe("Item a changed meanwhile, nothing was moved");
    await press("Enter");
    expect(await chart.events()).toMatchObject({ changes: [], opened: ["b"] });
  });

  test("takes no other key: letters do nothing while it is up", async () => {
    await press(" ", "ArrowRight", "x", "l", "+", "Home", "Enter");
    expect(await chart.events()).toMatchObject({ selections: [], scales: [] });
    expect(await changes()).toHaveLength(1);
  });
});

describe("rows that are no plain bars, under Space", () => {
  const open = async (over: object) => {
    await chart.open({ rows: [row("a", over), row("b")] });
    await focusRow("a");
  };
  const undated = { shape: "none", start: null, end: null } as const;

  test("a locked one says why it stays, and Enter still opens it", async () => {
    await open({ lockedReason: "Closed" });
    await press(" ", "ArrowDown", "ArrowUp", "Enter");
    expect(await chart.events()).toMatchObject({ changes: [], refused: ["Closed"], opened: ["a"] });
  });

  test("one without dates gets today, and goes on as any other", async () => {
    await open(undated);
    await press(" ");
    expect(await spoken()).toBe("Item a picked up Item a: 2026-04-15 to 2026-04-15");
    await press("ArrowRight", "Alt+ArrowRight", "Alt+ArrowRight", "Enter");
    expect(await changes()).toEqual([[change("a", { start: "2026-04-16", end: "2026-04-18" })]]);
  });

  test("one without dates gets the first day in view where today is not, and keeps it if dropped at once", async () => {
    await open(undated);
    await chart.page.evaluate(() => harness.engine().scrollToDay("2026-04-20"));
    await press(" ", "Enter");
    expect(await changes()).toEqual([[change("a", { start: "2026-04-20", end: "2026-04-20" })]]);
  });

  test("one without dates has none again after Escape", async () => {
    await open(undated);
    await press(" ", "ArrowRight", "Escape");
    expect(await chart.page.locator('.bar-wrapper[data-id="r1"]').count()).toBe(0);
    expect(await changes()).toEqual([]);
  });

  test("a milestone moves, and keeps its one day", async () => {
    await open({ shape: "milestone", start: "2026-04-06", end: "2026-04-06" });
    await press(" ", "Alt+ArrowRight", "Control+ArrowLeft", "ArrowUp", "ArrowRight", "Enter");
    expect(await changes()).toEqual([[change("a", { start: "2026-04-07", end: "2026-04-07" })]]);
  });

  test("a heading stays a heading", async () => {
    await open({ heading: true, shape: "none", start: null, end: null });
    await press(" ", "ArrowDown");
    expect(await focused()).toBe(1);
    expect(await chart.events()).toMatchObject({ changes: [], refused: [] });
  });

  test.each([
    ["0001-01-01", "0001-01-02", "ArrowLeft"],
    ["9999-12-30", "9999-12-31", "ArrowRight"],
  ])("a bar at %s stops at the end of the calendar", async (start, end, key) => {
    await open({ start, end });
    await press(" ", `Shift+${key}`, key, `Alt+${key}`, `Control+${key}`);
    expect(await spoken()).toMatch(/^Item a: (0001|9999)/);
    await press("Escape");
    expect(chart.problems).toEqual([]);
  });
});

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
const link = (id: string, from: string, to: string): GanttLink => ({
  id,
  from,
  to,
  type: "FS",
  critical: false,
  broken: false,
});
const linkCount = () => chart.page.locator(".g-gantt-link").count();

describe("links that make no sense", () => {
  const rows = () => [
    row("a"),
    row("b", { start: "2026-04-13", end: "2026-04-15" }),
    row("c", { start: "2026-04-16", end: "2026-04-17" }),
  ];

  test("a ring of links is drawn, each of them", async () => {
    await chart.open({ rows: rows(), links: [link("1", "a", "b"), link("2", "b", "c"), link("3", "c", "a")] });
    expect(await linkCount()).toBe(3);
  });

  test("two rows that wait for each other have both links", async () => {
    await chart.open({ rows: rows(), links: [link("1", "a", "b"), link("2", "b", "a")] });
    expect(await linkCount()).toBe(2);
  });

  test("a link to a row that is not there is left out, the others stay", async () => {
    await chart.open({ rows: rows(), links: [link("1", "a", "gone"), link("2", "gone", "b"), link("3", "a", "b")] });
    expect(await linkCount()).toBe(1);
  });

  test("a link from a row to itself throws nothing", async () => {
    await chart.open({ rows: rows(), links: [link("1", "a", "a"), link("2", "a", "b")] });
    expect(await linkCount()).toBeGreaterThanOrEqual(1);
  });

  test("the same link twice, and twice the same id, are all drawn", async () => {
    await chart.open({ rows: rows(), links: [link("1", "a", "b"), link("2", "a", "b"), link("2", "b", "c")] });
    expect(await linkCount()).toBe(3);
  });

  test("links of rows without dates wait until they have some", async () => {
    const undated = row("b", { shape: "none", start: null, end: null });
    await chart.open({ rows: [row("a"), undated], links: [link("1", "a", "b")] });
    expect(await linkCount()).toBe(0);
    await chart.update({ rows: [row("a"), row("b")] });
    expect(await linkCount()).toBe(1);
  });

  test("links between far ends of the calendar throw nothing", async () => {
    const far = [
      row("a", { start: "0001-01-01", end: "0001-01-02" }),
      row("b", { start: "9999-12-30", end: "9999-12-31" }),
    ];
    await chart.open({ rows: far, links: [link("1", "a", "b"), link("2", "b", "a")] });
    expect(await titles()).toHaveLength(2);
  });
});

describe("trees that make no sense", () => {
  const levels = () =>
    chart.page.locator(".g-gantt-row:visible").evaluateAll((all) => all.map((one) => one.getAttribute("aria-level")));

  test("levels that jump, and a first row deep in the tree, are shown as they came", async () => {
    await chart.open({ rows: [row("a", { level: 3 }), row("b", { level: 1 }), row("c", { level: 5 })] });
    expect(await titles()).toHaveLength(3);
    expect(await levels()).toEqual(["3", "1", "5"]);
  });

  test("keys walk a tree whose levels jump, and stay on a row", async () => {
    await chart.open({ rows: [row("a", { level: 3 }), row("b", { level: 1 }), row("c", { level: 5 })] });
    await chart.page.evaluate(() => harness.engine().focusRow("c"));
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"])
      await chart.page.keyboard.press(key);
    expect(await chart.page.evaluate(() => document.activeElement?.classList.contains("g-gantt-row"))).toBe(true);
  });

  test("thirty levels deep, a number says how deep and the title keeps some room", async () => {
    const rows = Array.from({ length: 30 }, (_, index) =>
      row(`r${index}`, { level: index + 1, expandable: true, expanded: true }),
    );
    await chart.open({ rows });
    expect((await levels()).at(20)).toBe("21");
    await chart.page.evaluate(() => harness.engine().focusRow("r29"));
    const deepest = chart.page
      .locator(".g-gantt-row:visible", { hasText: "Item r29" })
      .locator(".g-gantt-cell-text")
      .first();
    expect((await deepest.boundingBox())?.width).toBeGreaterThan(20);
    expect(await chart.page.locator(".g-gantt-row:focus [data-level]").getAttribute("data-level")).toBe("30");
  });

  test("ten thousand children of one parent scroll to the last", async () => {
    // Made in the page: ten thousand rows are long on the way.
    await chart.page.evaluate(
      ([parent, child]) => {
        const children = Array.from({ length: 10_000 }, (_, index) => ({
          ...child,
          id: `c${index}`,
          position: index + 1,
        }));
        harness.open({ rows: [parent, ...children] });
      },
      [
        row("parent", { shape: "summary", expandable: true, expanded: true, end: "2026-12-31" }),
        row("child", { level: 2, siblings: 10_000 }),
      ] as const,
    );
    await chart.page.evaluate(() => harness.engine().focusRow("c9999"));
    const last = chart.page.locator(".g-gantt-row:focus");
    expect(await last.getAttribute("aria-posinset")).toBe("10000");
    expect(await chart.page.locator(".g-gantt *").count()).toBeLessThan(1_500);
  });

  test("a parent that says it is open, of nothing, folds and unfolds", async () => {
    await chart.open({ rows: [row("a", { expandable: true, expanded: true }), row("b")] });
    await chart.page.locator(".g-gantt-toggle").first().click();
    expect((await chart.events()).toggled).toEqual([{ id: "a", expanded: false }]);
  });

  test("one row alone is a plan", async () => {
    await chart.open({ rows: [row("a")] });
    await chart.page.evaluate(() => harness.engine().focusRow("a"));
    for (const key of ["ArrowDown", "PageDown", "End", "Home", "ArrowUp"]) await chart.page.keyboard.press(key);
    expect(await chart.page.locator('.g-gantt-row[tabindex="0"]').count()).toBe(1);
  });

  test("an empty plan takes every key, wheel and press", async () => {
    await chart.open({ rows: [] });
    await chart.page.mouse.click(900, 300);
    await chart.page.mouse.wheel(0, 500);
    for (const key of ["Tab", "ArrowDown", "End", " ", "Enter", "l", "Escape", "+", "-"])
      await chart.page.keyboard.press(key);
    await drag(chart.page, { from: { x: 800, y: 200 }, to: { x: 1_000, y: 300 } });
    expect(await chart.events()).toMatchObject({ changes: [], opened: [], toggled: [] });
  });

  test("a plan that becomes empty and full again begins anew", async () => {
    await chart.open({ rowCount: 500 });
    await chart.update({ rows: [] });
    expect(await titles()).toEqual([]);
    await chart.update({ rows: [row("a")] });
    expect(await titles()).toHaveLength(1);
  });
});

describe("ids and titles that make no sense", () => {
  const IDS = ["a b", "a.b#c:d", "q\"uo'te", "😀", "__proto__", "constructor", "toString", "", " ", "<b>", "\u202e"];

  test("any text is an id: each row is found, focused, selected and moved by its own", async () => {
    await chart.open({
      rows: IDS.map((id) => row(id, { title: "Same title" })),
      links: [link("l", "__proto__", "constructor")],
    });
    expect(await titles()).toHaveLength(IDS.length);
    for (const [index, id] of IDS.entries()) {
      await chart.page.evaluate((one) => harness.engine().focusRow(one), id);
      const focused = chart.page.locator(".g-gantt-row:focus");
      expect(await focused.getAttribute("data-index"), JSON.stringify(id)).toBe(String(index));
    }
    const from = centreOf(await chart.barBox(4));
    await drag(chart.page, { from, to: { x: from.x + 32, y: from.y } });
    const told = await chart.page.evaluate(() => harness.events.changes[0]?.map(({ id, start }) => `${id} ${start}`));
    expect(told).toEqual(["__proto__ 2026-04-08"]);
    expect(await linkCount()).toBe(1);
  });

  test("the same id twice is two rows, and both have their bars", async () => {
    await chart.open({ rows: [row("a", { title: "One" }), row("a", { title: "Two" }), row("b")] });
    expect(await titles()).toHaveLength(3);
    expect(await chart.page.locator(".bar-wrapper").count()).toBe(3);
    await chart.update({ rows: [row("a", { title: "One" }), row("b")] });
    expect(await titles()).toHaveLength(2);
  });

  test.each([
    ["markup", "<img src=x onerror=alert(1)><script>1</script>"],
    ["right to left", "خطة المشروع الكبير"],
    ["an overriding direction", "\u202eevil\u202c title"],
    ["no width at all", "\u200b\u200d\ufeff"],
    ["line breaks and tabs", "first\nsecond\r\n\tthird"],
    ["half an emoji", "\ud83d broken"],
    ["combining marks", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!"],
    ["nothing", ""],
  ])("a title of %s is text in a row as high as the others", async (_name, title) => {
    await chart.open({ rows: [row("a", { title }), row("b")] });
    expect(await titles()).toHaveLength(2);
    const heights = await chart.page
      .locator(".g-gantt-row:visible")
      .evaluateAll((rows) => rows.map((one) => one.getBoundingClientRect().height));
    expect(heights).toEqual([28, 28]);
    expect(await chart.page.locator(".g-gantt img, .g-gantt script").count()).toBe(0);
  });

  test("a title of 100,000 characters is cut where its cell ends and leaves the others in place", async () => {
    await chart.open({ rows: [row("a", { title: "word ".repeat(20_000) }), row("b")] });
    const next = await chart.page.locator(".g-gantt-row:visible", { hasText: "Item b" }).boundingBox();
    expect(next?.y).toBe(100);
    const scroller = await chart.page.locator(".g-gantt-scroller").evaluate((element) => element.scrollWidth);
    expect(scroller).toBeLessThan(5_000);
  });
});

describe("columns that throw", () => {
  test("have empty cells; the page hears of it once, and the chart is whole", async () => {
    await chart.open({ rowCount: 30 });
    await chart.page.evaluate(() => {
      const plain = { width: 120, align: "start", sort: null } as const;
      const broken = () => {
        throw new Error("This column is broken");
      };
      harness.engine().update({
        columns: [
          { ...plain, id: "title", header: "Title", cell: ({ title }) => ({ text: title }) },
          { ...plain, id: "broken", header: "Broken", cell: broken },
        ],
      });
    });
    expect((await titles()).slice(0, 2)).toEqual(["Work item number 0", "Work item number 1"]);
    expect(await chart.page.locator(".bar-wrapper").count()).toBeGreaterThan(3);
    expect(chart.problems.splice(0)).toEqual([expect.stringContaining("This column is broken")]);
  });
});

test("all of this without a word on the console", () => {
  expect(chart.problems).toEqual([]);
});

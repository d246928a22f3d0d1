import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ChartSpec } from "./page/harness.ts";
import { manyRows, row } from "./page/rows.ts";
import { axeProblems } from "./support/axe.ts";
import { browserName, onlyIn } from "./support/browsers.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { scrollTo } from "./support/view.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(async () => {
  if (browserName === "chromium") await chart.page.emulateMedia({ forcedColors: null });
  await chart.reset();
});

const rows = [
  row("g", { heading: true, shape: "summary", expandable: true, expanded: true, siblings: 2 }),
  row("p", { level: 2, expandable: true, expanded: true, shape: "summary", siblings: 1 }),
  row("a", { level: 3, position: 1, siblings: 3, overdue: true }),
  row("b", { level: 3, position: 2, siblings: 3, muted: true }),
  row("m", { level: 30, position: 3, siblings: 3, shape: "milestone", critical: true }),
  row("h", { heading: true, shape: "none", expandable: true, expanded: false, position: 2, siblings: 2 }),
];
const columns = [
  { id: "title", sort: "none" },
  { id: "person", headerHidden: true },
  { id: "start", sort: "ascending" },
  { id: "end", sort: "descending" },
  { id: "progress" },
] as const;
const everything: ChartSpec = { rows, columns, selected: ["a"] };

describe("axe finds nothing wrong", () => {
  test.each<[string, ChartSpec]>([
    ["headings, levels, sorted columns and edges to drag", everything],
    ["a grid too narrow for its columns", { ...everything, gridWidth: 200 }],
    ["titles above the bars", { ...everything, gridWidth: 0, rowHeight: 48 }],
    ["no rows", { rows: [], columns }],
    ["10,000 rows", { rowCount: 10_000, columns }],
  ])("with %s", async (_, spec) => {
    await chart.open(spec);
    expect(await axeProblems(chart.page)).toEqual([]);
  });

  test("in the middle of a long plan, with the focus far away", async () => {
    await chart.open({ rowCount: 3_000, columns });
    await chart.page.evaluate(() => harness.engine().focusRow("i3"));
    await scrollTo(chart, { top: 40_000, left: 2_000 });
    expect(await axeProblems(chart.page)).toEqual([]);
  });
});

describe("names", () => {
  test("a row's name is its description, a head's is its header, an edge's says whose width it changes", async () => {
    await chart.open(everything);
    const { page } = chart;
    expect(await page.getByRole("row", { name: "Item a, described", exact: true }).count()).toBe(1);
    expect(await page.getByRole("columnheader", { name: "Person", exact: true }).count()).toBe(1);
    expect(await page.getByRole("separator", { name: "Width of Start", exact: true }).count()).toBe(1);
    expect(await page.getByRole("separator", { name: "Work items", exact: true }).getAttribute("aria-valuenow")).toBe(
      "400",
    );
  });

  test("a head that isn't drawn by name shows it when the pointer rests on it", async () => {
    await chart.open(everything);
    const head = chart.page.getByRole("columnheader", { name: "Person" });
    expect(await head.getAttribute("title")).toBe("Person");
    const name = await head.locator(".g-gantt-column-name").boundingBox();
    expect(name?.width).toBeLessThanOrEqual(1);
  });
});

describe("by keyboard alone", () => {
  test("Tab goes through heads, rows and splitter and then leaves the chart", async () => {
    await chart.open(everything);
    const stops: string[] = [];
    for (let press = 0; press < 4; press += 1) {
      await chart.page.keyboard.press("Tab");
      stops.push(await chart.page.evaluate(() => document.activeElement?.getAttribute("role") ?? "page"));
    }
    expect(stops.slice(0, 3)).toEqual(["columnheader", "row", "separator"]);
    expect(stops[3]).toBe("page");
  });

  test("where the caller listens to nothing of the heads they are no tab stop", async () => {
    await chart.open({ rows, columns: [{ id: "title" }, { id: "start" }] });
    await chart.page.evaluate(() => {
      harness.engine().update({
        onGridWidthChange: undefined,
        onColumnResize: undefined,
        onColumnMove: undefined,
        columns: [],
      } as never);
    });
    await chart.update({ columns: [{ id: "title" }, { id: "start" }] });
    expect(await chart.page.locator(".g-gantt-column-head[tabindex], .g-gantt-column-handle").count()).toBe(0);
  });
});

describe("at twice the size", () => {
  test("heads, rows, bars and splitter are all there in half the window", async () => {
    const half = await browser.newPage({ width: 700, height: 400 });
    await half.open({ rows: manyRows(100), columns });
    const grid = await half.page.locator(".g-gantt-tree").boundingBox();
    expect(grid?.width).toBe(400);
    expect(await half.page.getByRole("columnheader", { name: "Progress" }).isVisible()).toBe(true);
    expect(await half.page.evaluate(() => harness.hitTest(650, 300)?.rowId)).toBe("i8");
    await half.page.getByRole("separator", { name: "Work items" }).focus();
    await half.page.keyboard.press("End");
    expect((await half.page.locator(".g-gantt-tree").boundingBox())?.width).toBe(490);
    await half.close();
  });
});

describe("in forced colours", () => {
  const open = async (skip: Parameters<typeof onlyIn>[1]["skip"]) => {
    onlyIn("chromium", { skip, because: "media can't be emulated there" });
    await chart.page.emulateMedia({ forcedColors: "active" });
    await chart.open(everything);
  };
  const styleOf = (selector: string, pseudo?: string) =>
    chart.page
      .locator(selector)
      .first()
      .evaluate((element, part) => {
        const { outlineStyle, backgroundColor } = getComputedStyle(element, part);
        const highlight = document.body.appendChild(document.createElement("i"));
        highlight.style.color = "Highlight";
        const highlightColor = getComputedStyle(highlight).color;
        highlight.remove();
        return { outlineStyle, isHighlighted: backgroundColor === highlightColor };
      }, pseudo);

  test("the focus is outlined on rows and heads, a selected row too", async ({ skip }) => {
    await open(skip);
    await chart.page.keyboard.press("Tab");
    expect((await styleOf(".g-gantt-column-head:focus")).outlineStyle).toBe("solid");
    await chart.page.keyboard.press("Tab");
    expect((await styleOf(".g-gantt-row:focus")).outlineStyle).toBe("solid");
    expect((await styleOf('.g-gantt-row[aria-selected="true"]')).outlineStyle).toBe("solid");
    for (const _ of ["p", "a"]) await chart.page.keyboard.press("ArrowDown");
    expect((await styleOf('.g-gantt-row[aria-selected="true"]:focus')).outlineStyle).toBe("double");
  });

  test("the splitter and a column's edge under the pointer are drawn in the colour of highlights", async ({ skip }) => {
    await open(skip);
    for (let press = 0; press < 3; press += 1) await chart.page.keyboard.press("Tab");
    expect((await styleOf(".g-gantt-splitter", "::after")).isHighlighted).toBe(true);
    await chart.page.locator(".g-gantt-column-handle").nth(2).hover();
    expect((await styleOf(".g-gantt-column-handle:hover", "::after")).isHighlighted).toBe(true);
  });

  test("glyphs of sorted columns are drawn in the colour of text", async ({ skip }) => {
    await open(skip);
    const [glyph, text] = await chart.page
      .getByRole("columnheader", { name: "Start" })
      .evaluate((head) => [
        getComputedStyle(head.querySelector(".g-gantt-sort path") ?? head).stroke,
        getComputedStyle(head).color,
      ]);
    expect(glyph).toBe(text);
  });
});

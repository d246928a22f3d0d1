import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { manyRows, row } from "./page/rows.ts";
import { onlyIn } from "./support/browsers.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { elementCount, scrollTo } from "./support/view.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const rowAt = (index: number) => chart.page.locator(`.g-gantt-row[data-index="${index}"]`);
const attributesOf = (index: number) =>
  rowAt(index).evaluate((element) =>
    Object.fromEntries(
      element
        .getAttributeNames()
        .filter((name) => name.startsWith("aria-"))
        .map((name) => [name.slice(5), element.getAttribute(name)]),
    ),
  );

describe("what the tree-grid tells", () => {
  test("of a row: its place in the grid, among its siblings, its level, and whether it is folded and selected", async () => {
    await chart.open({
      rows: [
        row("p", { expandable: true, expanded: true, shape: "summary", position: 2, siblings: 7 }),
        row("c", { level: 2, position: 1, siblings: 1 }),
      ],
      selected: ["c"],
    });
    expect(await attributesOf(0)).toEqual({
      rowindex: "2",
      level: "1",
      posinset: "2",
      setsize: "7",
      expanded: "true",
      selected: "false",
      label: "Item p, described",
    });
    expect(await attributesOf(1)).toEqual({
      rowindex: "3",
      level: "2",
      posinset: "1",
      setsize: "1",
      selected: "true",
      label: "Item c, described",
    });
  });

  test("of its columns: how many, which head and cell is in which, and how they are sorted", async () => {
    await chart.open({
      rows: [row("a")],
      columns: [{ id: "title", sort: "descending" }, { id: "end", sort: "none" }, { id: "progress" }],
    });
    const grid = chart.page.getByRole("treegrid", { name: "Work items" });
    expect(await grid.getAttribute("aria-colcount")).toBe("3");
    const indexes = (role: "columnheader" | "gridcell") =>
      grid.getByRole(role).evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-colindex")));
    expect(await indexes("columnheader")).toEqual(["1", "2", "3"]);
    expect(await indexes("gridcell")).toEqual(["1", "2", "3"]);
  });

  test("of rows that are not in the page too: how many there are", async () => {
    await chart.open({ rowCount: 5_000 });
    expect(await chart.page.getByRole("treegrid").getAttribute("aria-rowcount")).toBe("5001");
  });

  test("of 10,000 children of one parent: each one's place among them, with few of them in the page", async () => {
    await chart.open({ childCount: 10_000 });
    await scrollTo(chart, { top: 28 * 7_000 });
    expect(await attributesOf(7_004)).toMatchObject({ posinset: "7004", setsize: "10000", level: "2" });
    expect(await elementCount(chart)).toBeLessThan(1_500);
  });

  test("its rows stand in the page in their order once the view rests", async () => {
    await chart.open({ rowCount: 2_000 });
    await chart.page.evaluate(() => harness.engine().focusRow("i4"));
    for (const top of [3_000, 900, 5_000, 4_200]) await scrollTo(chart, { top });
    await chart.page.waitForFunction(() => harness.events.rests.at(-1)?.rowId === "i150");
    const indexes = await chart.page
      .locator(".g-gantt-row:not([hidden])")
      .evaluateAll((rows) => rows.map((element) => Number(element.getAttribute("data-index"))));
    expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
    expect(indexes[0]).toBe(4);
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("data-index"))).toBe("4");
  });
});

describe("levels", () => {
  const deep = (level: number) => row(`l${level}`, { level, title: `Level ${level} of a deep tree` });
  const indentOf = async (index: number) => {
    const [cell, text] = await Promise.all([
      rowAt(index).boundingBox(),
      rowAt(index).locator(".g-gantt-cell-text").first().boundingBox(),
    ]);
    return (text?.x ?? 0) - (cell?.x ?? 0);
  };

  test("each one is indented by 16 pixels", async () => {
    await chart.open({ rows: [deep(1), deep(2), deep(3)] });
    expect((await indentOf(1)) - (await indentOf(0))).toBe(16);
    expect((await indentOf(2)) - (await indentOf(1))).toBe(16);
  });

  test("thirty deep, half the column is left for the title, and a number says the level", async () => {
    await chart.open({ rows: [deep(2), deep(30)] });
    const title = rowAt(1).locator("[role=gridcell]").first();
    expect(await indentOf(1)).toBeLessThan(140);
    expect(await title.getAttribute("data-level")).toBe("30");
    expect(await title.evaluate((cell) => getComputedStyle(cell, "::before").content)).toMatch(/30|attr/);
    expect(await rowAt(0).locator("[role=gridcell]").first().getAttribute("data-level")).toBeNull();
    expect(await rowAt(1).getAttribute("aria-level")).toBe("30");
  });

  test("a wider column gives them their room back while it is being made wider", async () => {
    await chart.open({ rows: [deep(9)], columns: [{ id: "title" }], gridWidth: 200 });
    expect(await rowAt(0).locator("[role=gridcell]").getAttribute("data-level")).toBe("9");
    await chart.update({ gridWidth: 500 });
    expect(await rowAt(0).locator("[role=gridcell]").getAttribute("data-level")).toBeNull();
    expect(await indentOf(0)).toBeGreaterThan(150);
  });
});

describe("rows and bars", () => {
  const drift = (speedPx: number) =>
    chart.page.evaluate(async (step) => {
      const scroller = document.querySelector(".g-gantt-scroller");
      if (!scroller) throw new Error("no scroller");
      const apart: string[] = [];
      let compared = 0;
      for (let frame = 0; frame < 60; frame += 1) {
        scroller.scrollTop += step;
        await new Promise(requestAnimationFrame);
        const bars = new Map(
          [...document.querySelectorAll(".bar-wrapper:not(.is-away) .bar")].map((bar) => [
            Number(bar.closest(".bar-wrapper")?.getAttribute("data-id")?.slice(1)) - 1,
            bar.getBoundingClientRect(),
          ]),
        );
        for (const element of document.querySelectorAll<HTMLElement>(".g-gantt-row:not([hidden])")) {
          const box = element.getBoundingClientRect();
          const bar = bars.get(Number(element.dataset["index"]));
          if (!bar) continue;
          compared += 1;
          const apartPx = bar.top + bar.height / 2 - (box.top + box.height / 2);
          if (Math.abs(apartPx) > 0.01) apart.push(`${element.dataset["index"]}: ${apartPx}`);
        }
      }
      return { apart, compared };
    }, speedPx);

  test.each([3, 50, 333, -41])("never stand apart by a pixel at %i pixels a frame", async (speedPx) => {
    await chart.open({ childCount: 4_000 });
    if (speedPx < 0) await scrollTo(chart, { top: 40_000 });
    const { apart, compared } = await drift(speedPx);
    expect(apart).toEqual([]);
    expect(compared).toBeGreaterThan(200);
  });

  test("stand together after the wheel too, on a fraction of a pixel", async ({ skip }) => {
    onlyIn("chromium", { skip, because: "a wheel turns by whole lines there" });
    await chart.open({ childCount: 2_000 });
    await chart.page.mouse.move(900, 400);
    for (const deltaY of [33.3, 777.7, -120.25, 4_000]) {
      await chart.page.mouse.wheel(0, deltaY);
      const { apart } = await drift(0);
      expect(apart).toEqual([]);
    }
  });

  test("a row of the pointer is tinted on both sides, whichever side the pointer is on", async () => {
    await chart.open({ rows: manyRows(30) });
    const tinted = () =>
      chart.page.evaluate(() => ({
        row: document.querySelector(".g-gantt-row.is-hover")?.getAttribute("data-index"),
        strip: document.querySelector(".g-gantt-strip.is-hover:not([hidden])")?.getBoundingClientRect().top,
      }));
    await chart.page.mouse.move(150, 72 + 28 * 4 + 5);
    expect(await tinted()).toEqual({ row: "4", strip: 72 + 28 * 4 });
    await chart.page.mouse.move(900, 72 + 28 * 6 + 5);
    expect(await tinted()).toEqual({ row: "6", strip: 72 + 28 * 6 });
  });
});

describe("odd plans", () => {
  const odd = ["with space", "q\"uote's", "a.b/c:d\te", "__proto__", "constructor", "键🚀", "<b>", "", "0"];

  test("ids may be anything: rows are focused, folded, opened and kept in their place", async () => {
    const rows = odd.map((id) => row(id, { title: `<${id}>`, expandable: true }));
    await chart.open({ rows });
    for (const [index, id] of odd.entries()) {
      await chart.page.evaluate((rowId) => harness.engine().focusRow(rowId), id);
      expect(await rowAt(index).getAttribute("tabindex")).toBe("0");
      await chart.page.keyboard.press("Enter");
      await chart.page.keyboard.press("ArrowRight");
    }
    const { opened, toggled } = await chart.events();
    expect(opened).toEqual(odd);
    expect(toggled.map(({ id }) => id)).toEqual(odd);
    await chart.update({ rows: rows.toReversed() });
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("data-index"))).toBe("0");
  });

  test("without rows the tree-grid itself can be reached and says that it is empty", async () => {
    await chart.open({ rows: [] });
    const grid = chart.page.getByRole("treegrid", { name: "Work items" });
    expect(await grid.getAttribute("aria-rowcount")).toBe("1");
    await grid.focus();
    expect(await grid.evaluate((element) => element === document.activeElement)).toBe(true);
    await chart.update({ rows: [row("a")] });
    expect(await grid.getAttribute("tabindex")).toBeNull();
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("data-index"))).toBe("0");
  });

  test("without columns rows are still rows", async () => {
    await chart.open({ rows: [row("a")], columns: [] });
    expect(await chart.page.getByRole("row", { name: "Item a, described" }).count()).toBe(1);
    expect(chart.problems).toEqual([]);
  });

  test("a filtered-out ancestor is grey, and its bar too", async () => {
    await chart.open({ rows: [row("p", { muted: true }), row("c", { level: 2 })] });
    const grey = (index: number) => rowAt(index).evaluate((element) => element.classList.contains("is-muted"));
    expect([await grey(0), await grey(1)]).toEqual([true, false]);
    expect(await chart.page.locator(".bar-wrapper.is-muted").count()).toBe(1);
  });
});

describe("fingers", () => {
  let phone: ChartPage;
  beforeAll(async () => {
    phone = await browser.newPage({ width: 390, height: 700, touch: true });
  });
  beforeEach(() =>
    phone.open({
      rows: [row("p", { expandable: true, expanded: true, shape: "summary" }), row("c", { level: 2 })],
      rowHeight: 48,
      gridWidth: 0,
    }),
  );
  afterEach(() => phone.reset());

  test("find chevrons of at least 24 by 24 pixels, beside a bar as above it", async () => {
    const toggle = phone.page.locator(".g-gantt-toggle");
    const stacked = await toggle.boundingBox();
    await phone.update({ gridWidth: 240 });
    const beside = await toggle.boundingBox();
    for (const box of [stacked, beside]) {
      expect(box?.width).toBeGreaterThanOrEqual(24);
      expect(box?.height).toBeGreaterThanOrEqual(24);
    }
  });

  test("find heads of at least 24 pixels and edges that are wider than under a mouse", async ({ skip }) => {
    onlyIn("chromium", { skip, because: "no touch screen can be played there" });
    await phone.update({ gridWidth: 240, columns: [{ id: "title" }, { id: "progress", sort: "none" }] });
    const head = await phone.page.getByRole("columnheader", { name: "Progress" }).boundingBox();
    const edge = await phone.page.locator(".g-gantt-column-handle").nth(1).boundingBox();
    expect(head?.height).toBeGreaterThanOrEqual(24);
    expect(edge?.width).toBe(24);
  });

  test("meet titles above the bars, with the first and the last column only", async () => {
    const [title, bar] = await Promise.all([
      phone.page.getByText("Item c", { exact: true }).boundingBox(),
      phone.page.locator('.bar-wrapper[data-id="r2"]').boundingBox(),
    ]);
    expect(bar?.y).toBeGreaterThanOrEqual((title?.y ?? 0) + 16);
    const names = await phone.page
      .locator('.g-gantt-row[data-index="1"] [role=gridcell]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-column")));
    expect(names).toEqual(["title", "progress"]);
  });
});

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

const rows = () => [
  row("a"),
  row("b", { start: "2026-04-20", end: "2026-04-24" }),
  row("c", { start: "2026-04-20", end: "2026-04-24", lockedReason: "Closed" }),
];
const link = { id: "l1", from: "a", to: "b", type: "FS", critical: false, broken: false } as const;
/** Distance of a link handle from the end of its bar. */
const HANDLE_PX = 13;

type End = "start" | "end";
const hoverBar = async (index: number) => {
  const { x, y } = centreOf(await chart.barBox(index));
  await chart.page.mouse.move(x, y);
};
const handleOf = async (index: number, end: End) => {
  const box = await chart.barBox(index);
  return { x: end === "start" ? box.x - HANDLE_PX : box.x + box.width + HANDLE_PX, y: box.y + 8 };
};
const nearEnd = async (index: number, end: End) => {
  const box = await chart.barBox(index);
  return { x: end === "start" ? box.x + 4 : box.x + box.width - 4, y: box.y + 8 };
};
/** Drags from a handle of one bar to an end of another. */
const drawLink = async (from: [number, End], to: [number, End], { hold = false } = {}) => {
  await hoverBar(from[0]);
  await drag(chart.page, { from: await handleOf(...from), to: await nearEnd(...to), hold });
};
const ghost = () => chart.page.locator(".g-gantt-ghost");
const draft = () => chart.page.locator(".g-gantt-draft");

describe("the handles of a link", () => {
  const handles = () => chart.page.locator(".g-gantt-link-handles circle");
  const centres = async () => {
    const boxes = await Promise.all((await handles().all()).map((handle) => handle.boundingBox()));
    return boxes.map((box) => box && centreOf(box));
  };

  test("stand at both ends of the bar under the pointer, and go with it", async () => {
    await chart.open({ rows: rows(), linking: true });
    for (const index of [0, 1]) {
      await hoverBar(index);
      const wanted = [await handleOf(index, "start"), await handleOf(index, "end")];
      for (const [place, at] of (await centres()).entries()) {
        expect(Math.abs((at?.x ?? 0) - (wanted[place]?.x ?? 0))).toBeLessThanOrEqual(1);
        expect(Math.abs((at?.y ?? 0) - (wanted[place]?.y ?? 0))).toBeLessThanOrEqual(1);
      }
    }
    await chart.page.mouse.move(1_200, 600);
    expect(await handles().first().isVisible()).toBe(false);
  });

  test("stand at the bar that has the focus by key, until it is picked up", async () => {
    await chart.open({ rows: rows(), linking: true });
    await chart.page.evaluate(() => harness.engine().focusRow("a"));
    await chart.page.keyboard.press("ArrowDown");
    const [start] = await centres();
    expect(Math.abs((start?.y ?? 0) - (await handleOf(1, "start")).y)).toBeLessThanOrEqual(1);
    await chart.page.keyboard.press(" ");
    expect(await handles().first().isVisible()).toBe(false);
    await chart.page.keyboard.press("Escape");
    expect(await handles().first().isVisible()).toBe(true);
  });
});

describe("drawing a link", () => {
  test.each([
    ["end", "start", "FS"],
    ["start", "start", "SS"],
    ["end", "end", "FF"],
    ["start", "end", "SF"],
  ] as const)("from %s to %s makes it %s, told once", async (from, to, type) => {
    await chart.open({ rows: rows(), linking: true });
    await drawLink([0, from], [1, to]);
    const { linked, changes, selections } = await chart.events();
    expect({ linked, changes, selections }).toEqual({
      linked: [{ from: "a", to: "b", type }],
      changes: [],
      selections: [],
    });
    expect(await chart.page.locator(".g-gantt-live").textContent()).toBe(`Item a linked to Item b, ${type}`);
  });

  test("starts from locked bars, summaries and milestones too", async () => {
    const others = [
      row("m", { shape: "milestone", start: "2026-04-20", end: "2026-04-20" }),
      row("s", { shape: "summary", lockedReason: "Moves with its items" }),
    ];
    await chart.open({ rows: [...rows(), ...others], linking: true });
    await drawLink([2, "start"], [0, "end"]);
    const diamond = await chart.page.locator('.bar-wrapper[data-id="r4"]').boundingBox();
    const summary = await chart.page.locator('.bar-wrapper[data-id="r5"] path').first().boundingBox();
    if (!diamond || !summary) throw new Error("no milestone or no summary");
    const left = { x: summary.x + 20, y: summary.y + 2 };
    await chart.page.mouse.move(left.x, left.y);
    const handle = { x: summary.x + summary.width + HANDLE_PX, y: left.y };
    await drag(chart.page, { from: handle, to: centreOf(diamond) });
    expect((await chart.events()).linked.map(({ from, to }) => [from, to])).toEqual([
      ["c", "a"],
      ["s", "m"],
    ]);
  });

  test("follows the pointer and says what a drop would do", async () => {
    await chart.open({ rows: rows(), linking: true });
    await hoverBar(0);
    await drag(chart.page, { from: await handleOf(0, "end"), to: { x: 1_200, y: 600 }, hold: true });
    expect(await draft().isVisible()).toBe(true);
    expect(await ghost().textContent()).toBe("Item a to nothing, FS");
    const near = await nearEnd(1, "end");
    await chart.page.mouse.move(near.x, near.y, { steps: 3 });
    expect(await ghost().textContent()).toBe("Item a to Item b, FF");
    expect(await chart.page.locator(".g-gantt-draft-ring").isVisible()).toBe(true);
  });

  test("let go in the open draws nothing", async () => {
    await chart.open({ rows: rows(), linking: true });
    await hoverBar(0);
    await drag(chart.page, { from: await handleOf(0, "end"), to: { x: 1_200, y: 600 } });
    expect(await chart.events()).toMatchObject({ linked: [], refused: [], selections: [] });
    expect(await draft().isVisible()).toBe(false);
  });

  test("back to its own bar draws nothing", async () => {
    await chart.open({ rows: rows(), linking: true });
    await drawLink([0, "end"], [0, "start"]);
    expect(await chart.events()).toMatchObject({ linked: [], changes: [] });
  });

  test("that is refused says why while it is held, and when it is let go", async () => {
    await chart.open({ rows: rows(), linking: true, refuseLinksTo: { id: "b", reason: "That would be a ring" } });
    await drawLink([0, "end"], [1, "start"], { hold: true });
    expect(await ghost().textContent()).toContain("That would be a ring");
    expect(await ghost().getAttribute("class")).toContain("is-refused");
    await chart.page.mouse.up();
    expect(await chart.events()).toMatchObject({ linked: [], refused: ["That would be a ring"] });
    expect(await chart.page.locator(".g-gantt-live").textContent()).toBe("That would be a ring");
  });

  test("ends without a trace on Escape", async () => {
    await chart.open({ rows: rows(), linking: true });
    await drawLink([0, "end"], [1, "start"], { hold: true });
    await chart.page.keyboard.press("Escape");
    expect(await draft().isVisible()).toBe(false);
    expect(await ghost().isVisible()).toBe(false);
    await chart.page.mouse.up();
    expect((await chart.events()).linked).toEqual([]);
  });

  test("goes on over an update, and ends when its first row goes away", async () => {
    await chart.open({ rows: rows(), linking: true });
    await drawLink([0, "end"], [1, "start"], { hold: true });
    await chart.update({ rows: [row("x"), ...rows()] });
    expect(await draft().isVisible()).toBe(true);
    await chart.update({ rows: rows().slice(1) });
    expect(await draft().isVisible()).toBe(false);
    await chart.page.mouse.up();
    expect(await chart.events()).toMatchObject({
      linked: [],
      refused: ["Item a changed meanwhile, nothing was moved"],
    });
  });

  test("held at the edge scrolls on to bars that were not in the page", async () => {
    const far = Array.from({ length: 500 }, (_, index) => row(`i${index}`));
    await chart.open({ rows: far, linking: true });
    await hoverBar(0);
    const from = await handleOf(0, "end");
    await drag(chart.page, { from, to: { x: from.x - 40, y: 790 }, hold: true });
    await chart.page.waitForFunction(() => (document.querySelector(".g-gantt-scroller")?.scrollTop ?? 0) > 1_500);
    await chart.page.mouse.move(from.x - 40, 500, { steps: 2 });
    await chart.page.mouse.up();
    const [drawn] = (await chart.events()).linked;
    expect(Number(drawn?.to.slice(1))).toBeGreaterThan(60);
  });

  test("is not offered where no links can be drawn", async () => {
    await chart.open({ rows: rows() });
    await hoverBar(0);
    expect(await chart.page.locator(".g-gantt-link-handles").isVisible()).toBe(false);
    await drag(chart.page, { from: await handleOf(0, "end"), to: await nearEnd(1, "start") });
    expect(await draft().isVisible()).toBe(false);
  });

  test("leaves the zone that resizes a bar alone, on both sides of its ends", async () => {
    await chart.open({ rows: rows(), linking: true });
    const box = await chart.barBox(0);
    for (const beside of [-4, 5]) {
      await hoverBar(0);
      const from = { x: box.x + box.width + beside, y: box.y + 8 };
      await drag(chart.page, { from, to: { x: from.x + 16, y: from.y }, hold: true });
      expect(await chart.page.locator('.g-gantt-chart[data-gesture="resize-end"]').count()).toBe(1);
      await chart.page.keyboard.press("Escape");
      await chart.page.mouse.up();
    }
  });

  test("a click on a handle changes nothing", async () => {
    await chart.open({ rows: rows(), linking: true, selected: ["b"] });
    await hoverBar(0);
    const { x, y } = await handleOf(0, "end");
    await chart.page.mouse.click(x, y);
    expect(await chart.events()).toMatchObject({ linked: [], selections: [] });
  });
});

describe("a drawn link", () => {
  /** A place on the way of the link from a to b: right of a's end, in a's row. */
  const onLink = async () => {
    const box = await chart.barBox(0);
    return { x: box.x + box.width + 30, y: box.y + 8 };
  };

  test("opens when it is pressed", async () => {
    await chart.open({ rows: rows(), links: [link], linking: true, selected: ["b"] });
    const { x, y } = await onLink();
    await chart.page.mouse.click(x, y + 2);
    expect(await chart.events()).toMatchObject({ linksOpened: ["l1"], selections: [] });
  });

  test("is highlighted under the pointer, and no longer beside it", async () => {
    await chart.open({ rows: rows(), links: [link], linking: true });
    const { x, y } = await onLink();
    await chart.page.mouse.move(x, y);
    expect(await chart.page.locator(".g-gantt-link.is-hover").count()).toBe(1);
    await chart.page.mouse.move(x, y + 10);
    expect(await chart.page.locator(".g-gantt-link.is-hover").count()).toBe(0);
  });

  test("does not stand in the way of a box", async () => {
    await chart.open({ rows: rows(), links: [link], linking: true });
    const from = await onLink();
    const to = await chart.barBox(2);
    await drag(chart.page, { from, to: { x: to.x + 10, y: to.y + 4 } });
    expect(await chart.events()).toMatchObject({ linksOpened: [], selections: [["b", "c"]] });
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
beforeEach(() => chart.open({ denseCount: 20_000, scale: "day" }));
afterEach(() => chart.reset());

type FrameSeen = {
  flying: boolean;
  /** Frames since the view last rested, which it also does where a busy machine keeps a frame waiting. */
  sinceRest: number;
  /** Where header cells begin and end; the view is 400 to 1,400. */
  header: [number, number];
  /** Where the sketch begins and ends; null without one. */
  sketch: { top: number; bottom: number; left: number; right: number } | null;
  /** Rows of the view that have neither bar nor arrow, of those drawn. */
  bare: number;
  /** The most that a row of the tree-grid and its bar's row are apart. */
  drift: number;
  /** What is on screen at all. */
  shown: { lines: boolean; arrows: boolean; rows: boolean };
};

/** Scrolls so many pixels a frame, and looks at every frame when it is drawn. */
const watch = (way: { dx: number; dy: number; frames: number }): Promise<FrameSeen[]> =>
  chart.page.evaluate(async ({ dx, dy, frames }) => {
    const scroller = document.querySelector(".g-gantt-scroller");
    const seen: FrameSeen[] = [];
    let sinceRest = 0;
    let rests = harness.events.rests.length;
    for (let frame = 0; scroller && frame < frames; frame += 1) {
      scroller.scrollLeft += dx;
      scroller.scrollTop += dy;
      // The scroll's own frame is drawn between these two.
      await new Promise(requestAnimationFrame);
      await new Promise((drawn) => setTimeout(drawn, 0));
      const boxes = (selector: string) =>
        [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
      const cells = boxes(".g-gantt-lower");
      const sketch = document.querySelector(".g-gantt-sketch[d]")?.getBoundingClientRect();
      const middles = (selector: string) =>
        new Map(
          [...document.querySelectorAll<HTMLElement>(selector)].map((element) => {
            const { top, height } = element.getBoundingClientRect();
            const index = element.dataset["index"] ?? String(Number(element.dataset["id"]?.slice(1)) - 1);
            return [index, top + height / 2];
          }),
        );
      const rows = middles(".g-gantt-row:not([hidden])");
      const arrows = middles(".g-gantt-edge");
      const bars = middles(".bar-wrapper");
      const inView = [...rows].filter(([, middle]) => middle > 90 && middle < 780);
      const isShown = (selector: string) =>
        document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) === true;
      sinceRest = rests === harness.events.rests.length ? sinceRest + 1 : 0;
      rests = harness.events.rests.length;
      seen.push({
        sinceRest,
        shown: {
          lines: isShown(".g-gantt-lines"),
          arrows: isShown(".g-gantt-edge"),
          rows: isShown(".g-gantt-row:not([hidden])"),
        },
        flying: document.querySelector(".is-flying") !== null,
        header: [Math.min(...cells.map(({ left }) => left)), Math.max(...cells.map(({ right }) => right))],
        sketch: sketch ? { top: sketch.top, bottom: sketch.bottom, left: sketch.left, right: sketch.right } : null,
        bare: inView.filter(([index]) => !arrows.has(index) && !bars.has(index)).length,
        drift: Math.max(0, ...[...arrows].map(([index, middle]) => Math.abs((rows.get(index) ?? middle) - middle))),
      });
    }
    return seen;
  }, way);

describe("a scroll at reading speed", () => {
  test("sideways has header cells and a bar or an arrow in every row, in every frame", async () => {
    const frames = await watch({ dx: 50, dy: 0, frames: 30 });
    expect(frames.filter(({ flying }) => flying)).toEqual([]);
    expect(frames.filter(({ header: [from, to] }) => from > 400 || to < 1_400)).toEqual([]);
    expect(frames.filter(({ bare }) => bare > 0)).toEqual([]);
  });

  test("down has a bar or an arrow in every row, in every frame", async () => {
    const frames = await watch({ dx: 0, dy: 50, frames: 30 });
    expect(frames.filter(({ flying, bare }) => flying || bare > 0)).toEqual([]);
  });

  test("aslant keeps tree-grid and chart together to the pixel", async () => {
    const frames = await watch({ dx: 37, dy: 53, frames: 30 });
    // Parents are drawn one pixel above the middle of their rows, and hold nothing of a drift.
    expect(frames.filter(({ drift }) => drift > 2)).toEqual([]);
  });
});

/** Two moves in a row make a flight. */
const underWay = (frames: readonly FrameSeen[]): FrameSeen[] => {
  const flight = frames.filter(({ sinceRest }) => sinceRest > 3);
  expect(flight.length).toBeGreaterThan(0);
  return flight;
};

describe("a flight", () => {
  test("sideways at 30,000 px/s is a sketch that already holds what comes, under a whole header", async () => {
    const frames = underWay(await watch({ dx: 500, dy: 0, frames: 24 }));
    expect(frames.filter(({ flying, sketch }) => !flying || !sketch)).toEqual([]);
    expect(frames.filter(({ header: [from, to] }) => from > 400 || to < 1_400)).toEqual([]);
    expect(frames.filter(({ sketch }) => sketch && (sketch.left > 400 || sketch.right < 1_400))).toEqual([]);
  });

  test("down at 30,000 px/s is never blank: the sketch reaches beyond the view in every frame", async () => {
    const frames = underWay(await watch({ dx: 0, dy: 500, frames: 24 }));
    expect(frames.filter(({ flying }) => !flying)).toEqual([]);
    expect(frames.filter(({ sketch }) => !sketch || sketch.top > 110 || sketch.bottom < 770)).toEqual([]);
  });

  test("keeps the lines between the columns and lets the arrows rest", async () => {
    const frames = underWay(await watch({ dx: 500, dy: 0, frames: 12 }));
    for (const { shown } of frames) expect(shown).toEqual({ lines: true, arrows: false, rows: true });
  });

  test("ends with real bars where it ends, and no sketch", async () => {
    await watch({ dx: 500, dy: 0, frames: 10 });
    await chart.page.locator(".g-gantt:not(.is-flying)").waitFor();
    const [rest] = await watch({ dx: 0, dy: 0, frames: 1 });
    expect(rest).toMatchObject({ flying: false, sketch: null, bare: 0 });
  });

  test("that turns round is real again while it turns", async () => {
    await watch({ dx: 0, dy: 500, frames: 6 });
    const [turned] = await watch({ dx: 0, dy: -20, frames: 1 });
    expect(turned).toMatchObject({ flying: false, bare: 0 });
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { row } from "./page/rows.ts";
import { browserName, onlyIn } from "./support/browsers.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { fingersOn, type Fingers } from "./support/fingers.ts";
import { centreOf } from "./support/pointer.ts";

let browser: ChartBrowser;
let phone: ChartPage;
let fingers: Fingers;
beforeAll(async () => {
  browser = await startChartBrowser();
  if (browserName !== "chromium") return;
  phone = await browser.newPage({ touch: true });
  fingers = await fingersOn(phone);
});
afterAll(() => browser.close());
beforeEach(({ skip }) => onlyIn("chromium", { skip, because: "fingers come by DevTools" }));
afterEach(async () => {
  await phone.page.setViewportSize({ width: 1_400, height: 800 });
  await phone.reset();
});

const many = (count: number) => Array.from({ length: count }, (_, index) => row(`i${index}`));
const change = (id: string, over: object) => ({ id, start: "2026-04-06", end: "2026-04-10", progress: 0, ...over });
const doing = (gesture: string) => phone.page.locator(`.g-gantt-chart[data-gesture="${gesture}"]`).waitFor();
const tapBar = async (index: number) => fingers.tap(centreOf(await phone.barBox(index)));

/** Holds a finger on a point until the chart has picked up what is there. */
const holdUntil = async (point: { x: number; y: number }, gesture: string) => {
  await fingers.at(point);
  await doing(gesture);
};

const untilItRests = () =>
  phone.page.evaluate(
    () =>
      new Promise<number>((done) => {
        const scroller = document.querySelector(".g-gantt-scroller");
        let last = -1;
        let still = 0;
        const look = () => {
          const now = scroller?.scrollTop ?? 0;
          still = now === last ? still + 1 : 0;
          last = now;
          if (still >= 20) done(now);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

describe("a finger", () => {
  test("pans, also when it comes down on a bar, and changes nothing", async () => {
    await phone.open({ rows: many(2_000) });
    await fingers.swipe(centreOf(await phone.barBox(5)), { dx: 0, dy: -120 });
    await phone.page.waitForFunction(() => (document.querySelector(".g-gantt-scroller")?.scrollTop ?? 0) > 50);
    expect(await phone.events()).toMatchObject({ changes: [], selections: [] });
  });

  test("that taps a bar selects it, then drags it at once", async () => {
    await phone.open({ rows: many(20) });
    await tapBar(5);
    expect((await phone.events()).selections).toEqual([["i5"]]);
    await fingers.swipe(centreOf(await phone.barBox(5)), { dx: 32, dy: 0 });
    expect((await phone.events()).changes).toEqual([[change("i5", { start: "2026-04-08", end: "2026-04-12" })]]);
  });

  test("that taps a bar again takes it out of the selection", async () => {
    await phone.open({ rows: many(20) });
    await tapBar(5);
    await tapBar(6);
    await tapBar(5);
    expect((await phone.events()).selections).toEqual([["i5"], ["i5", "i6"], ["i6"]]);
  });

  test("that rests on a bar selects it and picks it up in one go", async () => {
    await phone.open({ rows: many(20) });
    const from = centreOf(await phone.barBox(5));
    await holdUntil(from, "move");
    await fingers.at({ x: from.x + 20, y: from.y });
    await fingers.at({ x: from.x + 48, y: from.y });
    await fingers.lift();
    const { selections, changes } = await phone.events();
    expect(selections).toEqual([["i5"]]);
    expect(changes).toEqual([[change("i5", { start: "2026-04-09", end: "2026-04-13" })]]);
    expect(await untilItRests()).toBe(0);
  });

  test("that rests and lifts selects the bar and moves nothing", async () => {
    await phone.open({ rows: many(20) });
    await holdUntil(centreOf(await phone.barBox(5)), "move");
    await fingers.lift();
    expect(await phone.events()).toMatchObject({ selections: [["i5"]], changes: [] });
  });

  test("that rests on one bar takes along what was tapped before", async () => {
    await phone.open({ rows: many(20) });
    await tapBar(2);
    const from = centreOf(await phone.barBox(5));
    await holdUntil(from, "move");
    await fingers.at({ x: from.x + 16, y: from.y });
    await fingers.lift();
    const next = { start: "2026-04-07", end: "2026-04-11" };
    expect((await phone.events()).changes).toEqual([[change("i2", next), change("i5", next)]]);
  });

  test("that rests on a locked bar hears why it stays", async () => {
    await phone.open({ rows: [row("a", { lockedReason: "Closed" })] });
    await fingers.at(centreOf(await phone.barBox(0)));
    await phone.page.waitForFunction(() => harness.events.refused.length > 0);
    await fingers.lift();
    expect(await phone.events()).toMatchObject({ refused: ["Closed"], changes: [] });
  });

  test("that rests on an empty lane and moves gives the row dates", async () => {
    await phone.open({ rows: [row("a"), row("b", { shape: "none", start: null, end: null })] });
    const above = await phone.barBox(0);
    const from = { x: above.x + 8, y: above.y + 28 + 8 };
    await holdUntil(from, "schedule");
    await fingers.at({ x: from.x + 32, y: from.y });
    await fingers.lift();
    expect((await phone.events()).changes).toEqual([[change("b", { end: "2026-04-08" })]]);
  });

  test("takes hold of the end of a tapped bar ten pixels beside it", async () => {
    await phone.open({ rows: many(20) });
    await tapBar(5);
    const box = await phone.barBox(5);
    await fingers.swipe({ x: box.x + box.width + 10, y: box.y + 8 }, { dx: 32, dy: 0 });
    expect((await phone.events()).changes).toEqual([[change("i5", { end: "2026-04-12" })]]);
  });

  test("draws a link from a tapped bar, whose handles are 24 pixels large to it", async () => {
    await phone.open({ rows: [row("a"), row("b", { start: "2026-04-20", end: "2026-04-24" })], linking: true });
    await tapBar(0);
    const [from, to] = [await phone.barBox(0), await phone.barBox(1)];
    for (const dx of [13, 35]) {
      const start = { x: from.x + from.width + dx, y: from.y + 8 };
      await fingers.swipe(start, { dx: to.x + 10 - start.x, dy: 28 });
    }
    const drawn = { from: "a", to: "b", type: "FS" };
    expect((await phone.events()).linked).toEqual([drawn, drawn]);
  });

  test("that the system takes away mid-drag leaves everything as it was", async () => {
    await phone.open({ rows: many(20), selected: ["i5"] });
    const before = await phone.barBox(5);
    const from = centreOf(before);
    await fingers.at(from);
    await fingers.at({ x: from.x + 60, y: from.y });
    await doing("move");
    await fingers.cancel();
    expect(await phone.barBox(5)).toEqual(before);
    expect((await phone.events()).changes).toEqual([]);
  });

  test("where titles stand above the bars, each tap takes one more row, beside its bar too", async () => {
    await phone.page.setViewportSize({ width: 390, height: 800 });
    await phone.open({ rows: many(20), gridWidth: 0 });
    const second = await phone.barBox(4);
    await tapBar(2);
    await fingers.tap({ x: second.x - 40, y: centreOf(second).y });
    await tapBar(2);
    const title = await phone.page.getByText("Item i6", { exact: true }).first().boundingBox();
    if (title) await fingers.tap({ x: title.x + 4, y: title.y + 4 });
    expect((await phone.events()).selections).toEqual([["i2"], ["i2", "i4"], ["i4"], ["i4", "i6"]]);
  });
});

describe("a pen", () => {
  test("moves a bar as a mouse does, without a long press", async () => {
    await phone.open({ rows: many(20) });
    const devtools = await phone.page.context().newCDPSession(phone.page);
    const { x, y } = centreOf(await phone.barBox(5));
    const pen = (type: "mousePressed" | "mouseMoved" | "mouseReleased", dx: number) => {
      const button = { button: "left", buttons: 1, clickCount: 1, pointerType: "pen" } as const;
      return devtools.send("Input.dispatchMouseEvent", { type, x: x + dx, y, ...button });
    };
    await pen("mousePressed", 0);
    for (const dx of [8, 20, 32]) await pen("mouseMoved", dx);
    await pen("mouseReleased", 32);
    await devtools.detach();
    expect((await phone.events()).changes).toEqual([[change("i5", { start: "2026-04-08", end: "2026-04-12" })]]);
  });
});

describe("two fingers", () => {
  const dayAt = (x: number) => phone.page.evaluate((at) => harness.hitTest(at, 300)?.day, x);
  const frames = () =>
    phone.page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });

  test("apart make the days wider around their middle, together narrower", async () => {
    await phone.open({ rows: many(20) });
    const before = await phone.barBox(3);
    const day = await dayAt(905);
    await Promise.all([fingers.at({ x: 855, y: 400 }), fingers.at({ x: 855, y: 400 }, { x: 955, y: 400 })]);
    await fingers.at({ x: 805, y: 400 }, { x: 1_005, y: 400 });
    await frames();
    expect((await phone.barBox(3)).width + 1).toBeCloseTo((before.width + 1) * 2, 0);
    expect(await dayAt(905)).toBe(day);
    await fingers.at({ x: 880, y: 400 }, { x: 930, y: 400 });
    await frames();
    expect((await phone.barBox(3)).width + 1).toBeCloseTo((before.width + 1) / 2, 0);
    expect(await dayAt(905)).toBe(day);
    await fingers.lift();
    expect(await phone.events()).toMatchObject({ scales: ["day", "week"], selections: [], changes: [] });
  });

  test("take the view along when they move together", async () => {
    await phone.open({ rows: many(2_000) });
    const day = await dayAt(900);
    await Promise.all([fingers.at({ x: 850, y: 600 }), fingers.at({ x: 850, y: 600 }, { x: 950, y: 600 })]);
    await fingers.at({ x: 750, y: 500 }, { x: 850, y: 500 });
    await frames();
    expect(await dayAt(800)).toBe(day);
    expect(await phone.page.evaluate(() => document.querySelector(".g-gantt-scroller")?.scrollTop)).toBe(100);
    await fingers.lift();
  });

  test("end a drag: the second finger puts the bar back and pinches", async () => {
    await phone.open({ rows: many(20), selected: ["i5"] });
    const before = await phone.barBox(5);
    const from = centreOf(before);
    await fingers.at(from);
    await fingers.at({ x: from.x + 40, y: from.y });
    await doing("move");
    await fingers.at({ x: from.x + 40, y: from.y }, { x: from.x + 40, y: from.y + 200 });
    expect(await phone.barBox(5)).toEqual(before);
    await fingers.at({ x: from.x + 40, y: from.y }, { x: from.x + 40, y: from.y + 400 });
    await frames();
    expect((await phone.barBox(5)).width).toBeGreaterThan(before.width * 1.5);
    await fingers.lift();
    expect((await phone.events()).changes).toEqual([]);
  });
});

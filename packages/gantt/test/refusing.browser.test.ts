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

const three = (over: object = {}) => [row("a", over), row("b"), row("c")];
const spoken = () => chart.page.locator(".g-gantt-live").textContent();
const gesture = () => chart.page.locator(".g-gantt-chart").getAttribute("data-gesture");
const ghost = () => chart.page.locator(".g-gantt-ghost");
const hold = async (index: number, dx: number) => {
  const from = centreOf(await chart.barBox(index));
  await drag(chart.page, { from, to: { x: from.x + dx, y: from.y }, hold: true });
};
const movedTo = (id: string, start: string, end: string, progress = 0) => ({ id, start, end, progress });

describe("a locked row", () => {
  test("says why it stays when it is dragged, and nothing moves", async () => {
    await chart.open({ rows: three({ lockedReason: "Closed in sprint 4" }) });
    const before = await chart.barBox(0);
    await hold(0, 64);
    expect(await chart.barBox(0)).toEqual(before);
    expect(await spoken()).toBe("Closed in sprint 4");
    await chart.page.mouse.up();
    expect(await chart.events()).toMatchObject({ refused: ["Closed in sprint 4"], changes: [], selections: [] });
  });

  test("shows beforehand that it stays, and can be selected", async () => {
    await chart.open({ rows: three({ lockedReason: "Closed" }) });
    const { x, y } = centreOf(await chart.barBox(0));
    await chart.page.mouse.move(x, y);
    const surface = chart.page.locator(".g-gantt-chart");
    expect(await surface.evaluate((element) => getComputedStyle(element).cursor)).toBe("not-allowed");
    await chart.page.mouse.click(x, y);
    expect(await chart.events()).toMatchObject({ selections: [["a"]], refused: [] });
  });

  test("stays while what is selected beside it moves", async () => {
    await chart.open({ rows: three({ lockedReason: "Closed" }), selected: ["a", "b", "c"] });
    await hold(1, 16);
    await chart.page.mouse.up();
    expect((await chart.events()).changes).toEqual([
      [movedTo("b", "2026-04-07", "2026-04-11"), movedTo("c", "2026-04-07", "2026-04-11")],
    ]);
  });
});

describe("a row that changes under a gesture", () => {
  test("ends it with an explanation, spoken and told, and everything is as the new rows say", async () => {
    await chart.open({ rows: three() });
    await hold(0, 64);
    await chart.update({ rows: three({ start: "2026-04-07", end: "2026-04-11" }) });
    const explained = "Item a changed meanwhile, nothing was moved";
    expect(await spoken()).toBe(explained);
    expect(await gesture()).toBeNull();
    expect(await ghost().isVisible()).toBe(false);
    expect(await chart.page.locator(".g-gantt-origins").getAttribute("d")).toBeNull();
    const after = await chart.barBox(0);
    await chart.page.mouse.up();
    expect(await chart.barBox(0)).toEqual(after);
    expect(await chart.events()).toMatchObject({ refused: [explained], changes: [], selections: [] });
  });

  test("ends it for all that goes along", async () => {
    await chart.open({ rows: three(), selected: ["a", "b"] });
    await hold(0, 64);
    await chart.update({ rows: [row("a"), row("b", { start: "2026-05-04", end: "2026-05-08" }), row("c")] });
    await chart.page.mouse.up();
    expect(await chart.events()).toMatchObject({
      refused: ["Item b changed meanwhile, nothing was moved"],
      changes: [],
    });
  });

  test("ends it by going away or by being locked", async () => {
    for (const rows of [[row("b"), row("c")], three({ lockedReason: "Closed" })]) {
      await chart.open({ rows: three() });
      await hold(0, 64);
      await chart.update({ rows });
      await chart.page.mouse.up();
      expect((await chart.events()).refused).toEqual(["Item a changed meanwhile, nothing was moved"]);
    }
  });

  test("does not end it by another title, other progress or other rows", async () => {
    await chart.open({ rows: three() });
    await hold(0, 64);
    await chart.update({ rows: [row("x"), ...three({ title: "Renamed", progress: 40, overdue: true })] });
    expect(await gesture()).toBe("move");
    expect(await ghost().textContent()).toBe("Renamed: 2026-04-10 to 2026-04-14");
    await chart.page.mouse.up();
    expect((await chart.events()).changes).toEqual([[movedTo("a", "2026-04-10", "2026-04-14", 40)]]);
  });

  test("is the row that was pressed, though others came above it before the first move", async () => {
    await chart.open({ rows: three() });
    const { x, y } = centreOf(await chart.barBox(0));
    await chart.page.mouse.move(x, y);
    await chart.page.mouse.down();
    await chart.update({ rows: [row("x"), ...three()] });
    await chart.page.mouse.move(x + 16, y, { steps: 4 });
    await chart.page.mouse.up();
    expect((await chart.events()).changes).toEqual([[movedTo("a", "2026-04-07", "2026-04-11")]]);
  });

  test("is not replaced by another when it goes away before the first move", async () => {
    await chart.open({ rows: three() });
    const { x, y } = centreOf(await chart.barBox(0));
    await chart.page.mouse.move(x, y);
    await chart.page.mouse.down();
    await chart.update({ rows: three().slice(1) });
    await chart.page.mouse.move(x + 16, y, { steps: 4 });
    await chart.page.mouse.up();
    expect(await chart.events()).toMatchObject({ changes: [], selections: [] });
  });

  test("keeps showing the bar where it is held while other rows come", async () => {
    await chart.open({ rows: three() });
    await hold(0, 64);
    const held = await chart.barBox(0);
    await chart.update({ rows: three({ progress: 10 }) });
    expect((await chart.barBox(0)).x).toBe(held.x);
  });

  test("does not end a second gesture when the first one's dates arrive", async () => {
    await chart.open({ rows: three() });
    await hold(0, 16);
    await chart.page.mouse.up();
    await hold(0, 16);
    await chart.update({ rows: three({ start: "2026-04-07", end: "2026-04-11" }) });
    await chart.page.mouse.up();
    const { changes, refused } = await chart.events();
    expect(changes.at(-1)).toEqual([movedTo("a", "2026-04-08", "2026-04-12")]);
    expect(refused).toEqual([]);
  });

  test("takes its selection and its links along without ending anything", async () => {
    await chart.open({ rows: three() });
    await hold(0, 64);
    await chart.update({ selected: ["c"] });
    await chart.update({ links: [{ id: "l", from: "a", to: "b", type: "FS", critical: false, broken: false }] });
    await chart.page.mouse.up();
    expect((await chart.events()).changes).toHaveLength(1);
  });
});

describe("a gesture that is broken off", () => {
  const rowsAndBox = async () => {
    await chart.open({ rows: three() });
    return chart.barBox(0);
  };

  test.each(["resize-start", "resize-end", "progress"] as const)("by Escape restores a %s", async (kind) => {
    const box = await rowsAndBox();
    const from = {
      "resize-start": { x: box.x + 1, y: box.y + 4 },
      "resize-end": { x: box.x + box.width - 1, y: box.y + 4 },
      progress: { x: box.x + 1, y: box.y + box.height + 2 },
    }[kind];
    await drag(chart.page, { from, to: { x: from.x + 32, y: from.y }, hold: true });
    expect(await gesture()).toBe(kind);
    await chart.page.keyboard.press("Escape");
    expect(await spoken()).toBe("Cancelled, nothing changed");
    await chart.page.mouse.up();
    expect(await chart.barBox(0)).toEqual(box);
    expect((await chart.events()).changes).toEqual([]);
  });

  test("by another window restores everything", async () => {
    const box = await rowsAndBox();
    await hold(0, 64);
    await chart.page.evaluate(() => window.dispatchEvent(new Event("blur")));
    expect(await chart.barBox(0)).toEqual(box);
    await chart.page.mouse.up();
    expect((await chart.events()).changes).toEqual([]);
  });

  test("by the system taking the pointer restores everything", async () => {
    const box = await rowsAndBox();
    await chart.page.evaluate(() => {
      const remember = ({ pointerId }: PointerEvent) => (document.body.dataset["pointer"] = String(pointerId));
      document.addEventListener("pointerdown", remember, { once: true });
    });
    await hold(0, 64);
    await chart.page.evaluate(() => {
      const pointerId = Number(document.body.dataset["pointer"]);
      const event = new PointerEvent("pointercancel", { pointerId, bubbles: true });
      document.querySelector(".g-gantt-chart")?.dispatchEvent(event);
    });
    expect(await chart.barBox(0)).toEqual(box);
    await chart.page.mouse.up();
    expect((await chart.events()).changes).toEqual([]);
  });

  test("gives the keyboard back to its row", async () => {
    await chart.open({ rows: three() });
    await hold(1, 64);
    await chart.page.keyboard.press("Escape");
    await chart.page.mouse.up();
    expect(await chart.page.evaluate(() => document.activeElement?.getAttribute("data-index"))).toBe("1");
  });

  test("leaves nothing behind when the chart is destroyed under it", async () => {
    await rowsAndBox();
    await hold(0, 64);
    await chart.page.evaluate(() => harness.close());
    await chart.page.keyboard.press("Escape");
    await chart.page.mouse.up();
    expect(chart.problems).toEqual([]);
  });
});

describe("absurd distances", () => {
  test("the axis grows under a drag that is held at its end", async () => {
    await chart.open({ rows: three(), scale: "day" });
    const axisWidth = () =>
      chart.page.evaluate(() => document.querySelector(".g-gantt-time")?.getBoundingClientRect().width ?? 0);
    const before = await axisWidth();
    const from = centreOf(await chart.barBox(0));
    await drag(chart.page, { from, to: { x: 1_398, y: from.y }, hold: true });
    await chart.page.waitForFunction(
      (width) => (document.querySelector(".g-gantt-time")?.getBoundingClientRect().width ?? 0) > width * 1.5,
      before,
    );
    await chart.page.mouse.up();
    const [[moved] = []] = (await chart.events()).changes;
    expect(moved && moved.start > "2026-06-15").toBe(true);
    const bar = await chart.barBox(0);
    expect(bar.x).toBeGreaterThan(400);
    expect(bar.x).toBeLessThan(1_400);
  });

  test("it grows also under a bar that is held by its last pixels and never passes the end itself", async () => {
    await chart.open({ rows: three(), scale: "day" });
    const axisWidth = () =>
      chart.page.evaluate(() => document.querySelector(".g-gantt-time")?.getBoundingClientRect().width ?? 0);
    const before = await axisWidth();
    const { x, y, width } = await chart.barBox(0);
    await drag(chart.page, { from: { x: x + width - 10, y: y + 8 }, to: { x: 1_388, y: y + 8 }, hold: true });
    await chart.page.waitForFunction(
      (least) => (document.querySelector(".g-gantt-time")?.getBoundingClientRect().width ?? 0) > least,
      before,
    );
    await chart.page.mouse.up();
    expect((await chart.events()).changes).toHaveLength(1);
  });

  test("the axis grows towards the past as well, and the bar stays under the pointer", async () => {
    await chart.open({ rows: three(), scale: "day" });
    const from = centreOf(await chart.barBox(0));
    await drag(chart.page, { from, to: { x: 405, y: from.y }, hold: true });
    await chart.page.waitForFunction(() => {
      const day = document.querySelector(".g-gantt-ghost")?.textContent ?? "";
      return day.includes(": 2025") || day.includes(": 2026-01") || day.includes(": 2026-02");
    });
    const centre = await chart.page.evaluate(() => {
      const box = document.querySelector('.bar-wrapper[data-id="r1"] .bar')?.getBoundingClientRect();
      return box ? box.x + box.width / 2 : 0;
    });
    expect(Math.abs(centre - 405)).toBeLessThanOrEqual(36);
    await chart.page.mouse.up();
    expect(chart.problems).toEqual([]);
  });

  test("a bar at the end of the calendar can be held and moved, and never leaves it", async () => {
    await chart.open({ rows: [row("a", { start: "9999-12-27", end: "9999-12-31" }), row("b")], selected: ["a", "b"] });
    await hold(1, 320);
    expect(await ghost().textContent()).toContain("Item b: 2026-04-06 to 2026-04-10");
    const from = centreOf(await chart.barBox(1));
    await chart.page.mouse.move(from.x - 32, from.y, { steps: 3 });
    await chart.page.mouse.up();
    const [changes] = (await chart.events()).changes;
    expect(changes?.map(({ end }) => end)).toEqual(["9999-12-29", "2026-04-08"]);
    expect(chart.problems).toEqual([]);
  });
});

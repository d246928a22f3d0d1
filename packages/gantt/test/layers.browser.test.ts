import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { GanttLink, GanttRow } from "../src/types.ts";
import { row } from "./page/rows.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { scrollTo } from "./support/view.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const boxOf = async (selector: string) => {
  const box = await chart.page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not in the page`);
  return box;
};
const styleOf = (selector: string, property: string) =>
  chart.page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
const link = (over: Partial<GanttLink>): GanttLink => ({
  id: "l",
  from: "a",
  to: "b",
  type: "FS",
  critical: false,
  broken: false,
  ...over,
});
const near = (over: Partial<GanttRow> = {}) => ({ start: "2026-04-13", end: "2026-04-17", ...over }) as const;

describe("baselines", () => {
  const baseline = { start: "2026-04-09", end: "2026-04-15" } as const;

  test("lie as a thin rule under the bar, over their own days", async () => {
    await chart.open({ rows: [row("a", near({ baseline }))], scale: "day" });
    const bar = await chart.barBox(0);
    const rule = await boxOf(".g-gantt-baseline");
    expect(rule.height).toBeCloseTo(3, 1);
    expect(rule.y).toBeGreaterThanOrEqual(bar.y + bar.height);
    expect(bar.x - 0.5 - rule.x).toBeCloseTo(4 * 36, 0);
    expect(rule.width).toBeCloseTo(7 * 36, 0);
  });

  test("are drawn only for the rows that have one", async () => {
    await chart.open({ rows: [row("a", near())] });
    expect(await chart.page.locator(".g-gantt-baseline").count()).toBe(0);
    await chart.update({ rows: [row("a", near({ baseline }))] });
    expect(await chart.page.locator(".g-gantt-baseline").count()).toBe(1);
    await chart.update({ rows: [row("a", near())] });
    expect(await chart.page.locator(".g-gantt-baseline").count()).toBe(0);
  });

  test("of a milestone are a hollow diamond beside it", async () => {
    const day = { start: "2026-04-15", end: "2026-04-15" } as const;
    await chart.open({
      rows: [row("a", { ...day, shape: "milestone", baseline: { start: "2026-04-13", end: "2026-04-13" } })],
      scale: "day",
    });
    const diamond = await boxOf(".g-gantt-milestone");
    const ghost = await boxOf(".g-gantt-baseline");
    expect(ghost.y + ghost.height / 2).toBeCloseTo(diamond.y + diamond.height / 2, 0);
    expect(diamond.x + diamond.width / 2 - (ghost.x + ghost.width / 2)).toBeCloseTo(72, 0);
    expect(await styleOf(".g-gantt-baseline", "fill-rule")).toBe("evenodd");
  });

  test("whose dates no calendar has are left out, and the bar stays", async () => {
    await chart.open({ rows: [row("a", near({ baseline: { start: "2026-02-30", end: "2026-04-15" } }))] });
    expect(await chart.page.locator(".g-gantt-baseline").count()).toBe(0);
    expect((await chart.barBox(0)).width).toBeGreaterThan(0);
    expect(chart.problems).toEqual([]);
  });

  test("stay where they are while their bar is dragged", async () => {
    await chart.open({ rows: [row("a", near({ baseline }))], scale: "day" });
    const before = await boxOf(".g-gantt-baseline");
    const bar = await chart.barBox(0);
    await chart.page.mouse.move(bar.x + bar.width / 2, bar.y + 5);
    await chart.page.mouse.down();
    await chart.page.mouse.move(bar.x + bar.width / 2 + 108, bar.y + 5, { steps: 4 });
    expect((await chart.barBox(0)).x).toBeCloseTo(bar.x + 108, 0);
    expect(await boxOf(".g-gantt-baseline")).toEqual(before);
    await chart.page.mouse.up();
  });
});

describe("the critical path", () => {
  test("is told from the rest by the width of its outlines and links", async () => {
    await chart.open({
      rows: [row("a", near({ critical: true })), row("b", near()), row("c", near({ critical: true }))],
      links: [link({ to: "c", critical: true }), link({ id: "m", from: "b", to: "c" })],
    });
    expect(await styleOf(".bar-wrapper.is-critical .bar[class]", "stroke-width")).toBe("2px");
    expect(await styleOf(".bar-wrapper:not(.is-critical) .bar[class]", "stroke-width")).toBe("1px");
    expect(await styleOf(".g-gantt-link.is-critical", "stroke-width")).toBe("1.75px");
    expect(await styleOf(".g-gantt-link:not(.is-critical)", "stroke-width")).toBe("1.25px");
  });

  test("follows the rows: a bar that is no longer critical loses its outline", async () => {
    await chart.open({ rows: [row("a", near({ critical: true })), row("b")] });
    expect(await chart.page.locator(".bar-wrapper.is-critical").count()).toBe(1);
    await chart.update({ rows: [row("a", near()), row("b")] });
    expect(await chart.page.locator(".bar-wrapper.is-critical").count()).toBe(0);
  });

  test("gives a milestone a line around it", async () => {
    const day = { shape: "milestone", start: "2026-04-15", end: "2026-04-15" } as const;
    await chart.open({ rows: [row("a", { ...day, critical: true }), row("b", day)] });
    const sizes = await chart.page
      .locator(".g-gantt-milestone")
      .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().width));
    expect((sizes[0] ?? 0) - (sizes[1] ?? 0)).toBeGreaterThan(5);
  });
});

describe("links", () => {
  test("that the dates break are dashed and carry a cross that others have not", async () => {
    await chart.open({
      rows: [row("a", near()), row("b", near()), row("c")],
      links: [link({ broken: true }), link({ id: "m", from: "b", to: "c" })],
    });
    expect(await styleOf(".g-gantt-link.is-broken", "stroke-dasharray")).not.toBe("none");
    expect(await styleOf(".g-gantt-link:not(.is-broken)", "stroke-dasharray")).toBe("none");
    const signs = await chart.page.locator(".g-gantt-link").evaluateAll((links) =>
      links.map((element) => {
        const id = /url\("?#([^")]+)/.exec(element.getAttribute("marker-end") ?? "")?.[1] ?? "";
        return document.getElementById(id)?.querySelectorAll(".g-gantt-cross").length;
      }),
    );
    expect(signs.toSorted((a = 0, b = 0) => a - b)).toEqual([0, 1]);
  });

  test("appear, change and vanish with an update of the links alone", async () => {
    await chart.open({ rows: [row("a", near()), row("b", near())] });
    const kinds = () =>
      chart.page.locator(".g-gantt-link").evaluateAll((links) => links.map((element) => element.getAttribute("class")));
    expect(await kinds()).toEqual([]);
    await chart.update({ links: [link({})] });
    expect(await kinds()).toEqual(["g-gantt-link"]);
    await chart.update({ links: [link({ critical: true, broken: true })] });
    expect(await kinds()).toEqual(["g-gantt-link is-critical is-broken"]);
    await chart.update({ links: [] });
    expect(await kinds()).toEqual([]);
  });

  test("go along with a bar that moves, and with one far outside the window", async () => {
    const rows = Array.from({ length: 400 }, (_, index) =>
      row(`i${index}`, index === 0 ? { end: "2026-06-30" } : near()),
    );
    await chart.open({ rows, links: [link({ from: "i2", to: "i390" })] });
    const path = () => chart.page.locator(".g-gantt-link").getAttribute("d");
    const before = await path();
    await chart.update({ rows: rows.with(390, row("i390", near({ start: "2026-04-20", end: "2026-04-24" }))) });
    const after = await path();
    expect(after).not.toBe(before);
    await chart.update({ rows });
    expect(await path()).toBe(before);
  });

  test("that only pass through the rows in view are drawn too", async () => {
    const rows = Array.from({ length: 400 }, (_, index) => row(`i${index}`, near()));
    await chart.open({ rows, links: [link({ from: "i2", to: "i390" })] });
    await scrollTo(chart, { top: 28 * 200 });
    expect(await chart.page.locator(".g-gantt-link").count()).toBe(1);
    await chart.update({ links: [link({ from: "i2", to: "i9" })] });
    expect(await chart.page.locator(".g-gantt-link").count()).toBe(0);
  });

  test("are at most a hundred, however many cross the view", async () => {
    const rows = Array.from({ length: 300 }, (_, index) => row(`i${index}`, near()));
    const links = rows.slice(1).map(({ id }) => link({ id: `l${id}`, from: "i0", to: id }));
    await chart.open({ rows, links });
    const count = await chart.page.locator(".g-gantt-link").count();
    expect(count).toBeGreaterThan(30);
    expect(count).toBeLessThanOrEqual(100);
  });

  test("to a row that is not there, or that has no bar, are left out", async () => {
    await chart.open({
      rows: [row("a", near()), row("b", { shape: "none", start: null, end: null })],
      links: [link({}), link({ id: "m", to: "gone" })],
    });
    expect(await chart.page.locator(".g-gantt-link").count()).toBe(0);
    expect(chart.problems).toEqual([]);
  });
});

describe("days off", () => {
  const holidays = { denseCount: 20, today: "2026-05-05" } as const;
  const columnsAt = async (scale: "day" | "week" | "month") => {
    await chart.open({ ...holidays, scale });
    return {
      weekends: await chart.page.locator(".g-gantt-weekend").count(),
      holidays: await chart.page.locator(".g-gantt-holiday").count(),
    };
  };

  test("are solid for weekends, hatched for holidays, and not drawn where days are too narrow", async () => {
    expect((await columnsAt("day")).holidays).toBe(2);
    expect((await columnsAt("week")).holidays).toBeGreaterThanOrEqual(2);
    expect(await columnsAt("month")).toEqual({ weekends: 0, holidays: 0 });
    await columnsAt("day");
    await chart.page.evaluate(() => document.documentElement.style.setProperty("--g-holiday", "silver"));
    expect(await styleOf(".g-gantt-holiday", "background-image")).toContain("gradient");
    expect(await styleOf(".g-gantt-weekend", "background-image")).toBe("none");
  });

  test("leave a make-up day white: that week's shade begins on Sunday", async () => {
    await chart.open({ ...holidays, scale: "day" });
    const edgeOf = (day: string) =>
      chart.page.evaluate((text) => {
        const cell = [...document.querySelectorAll(".g-gantt-lower")].find((element) => element.textContent === text);
        return cell?.getBoundingClientRect();
      }, day);
    const sunday = await edgeOf("10");
    const shades = await chart.page
      .locator(".g-gantt-weekend")
      .evaluateAll((all) =>
        all.map((element) => element.getBoundingClientRect()).map(({ left, width }) => [left, width]),
      );
    expect(shades).toContainEqual([sunday?.x, 36]);
  });

  test("move with the calendar: another one draws others", async () => {
    await chart.open({ rows: [row("a")], scale: "day", today: "2026-05-05" });
    expect(await chart.page.locator(".g-gantt-holiday").count()).toBe(0);
    await chart.update({ denseCount: 20 });
    expect(await chart.page.locator(".g-gantt-holiday").count()).toBe(2);
  });
});

describe("sprints, today and overdue tails", () => {
  const sprint = { id: "s", name: "Sprint 14", start: "2026-04-13", end: "2026-04-24", current: true } as const;

  test("a sprint's name is told whole, by its last word where there is no room, or not at all", async () => {
    await chart.open({ rows: [row("a")], sprints: [sprint], scale: "day" });
    const name = chart.page.locator(".g-gantt-sprint");
    expect(await name.innerText()).toBe("Sprint 14");
    await chart.update({ scale: "month" });
    expect(await name.innerText()).toBe("14");
    await chart.update({ scale: "year" });
    expect(await name.innerText()).toBe("");
  });

  test("a sprint is a strip over its days; the current one tints them in the chart", async () => {
    const next = { id: "t", name: "Sprint 15", start: "2026-04-27", end: "2026-05-08", current: false } as const;
    await chart.open({ rows: [row("a")], sprints: [sprint, next], scale: "day" });
    expect(await chart.page.locator(".g-gantt-sprint").count()).toBe(2);
    expect(await chart.page.locator(".g-gantt-band").count()).toBe(1);
    const strip = await boxOf(".g-gantt-sprint.is-current");
    const band = await boxOf(".g-gantt-band");
    expect(band.width).toBeCloseTo(12 * 36, 0);
    expect(strip.x - band.x).toBeCloseTo(1, 0);
  });

  test("today's line stands in the middle of its day, and moves when the day changes", async () => {
    await chart.open({ rows: [row("a")], scale: "day" });
    const before = await boxOf(".g-gantt-today");
    await chart.update({ today: "2026-04-16" });
    expect((await boxOf(".g-gantt-today")).x - before.x).toBeCloseTo(36, 0);
    expect(await chart.page.locator(".g-gantt-today-tag").textContent()).toBe("Today 16");
  });

  test("an overdue bar trails a hatched tail to yesterday, also where the bar itself is out of view", async () => {
    await chart.open({ rows: [row("a", { start: "2026-01-05", end: "2026-01-09", overdue: true })], scale: "day" });
    const tail = await boxOf(".bar-tail");
    const today = await boxOf(".g-gantt-today");
    expect(today.x - (tail.x + tail.width)).toBeCloseTo(18, -1);
    expect(await styleOf(".bar-tail", "fill")).toContain("url(");
    expect(await chart.page.locator('.g-gantt-edge[data-side="left"]').count()).toBe(1);
  });
});

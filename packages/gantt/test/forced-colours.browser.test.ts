import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { GanttLink, GanttRow } from "../src/types.ts";
import { row } from "./page/rows.ts";
import { onlyIn } from "./support/browsers.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

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

describe("in forced colours", () => {
  test("critical, broken, overdue, baseline and selected are told apart without our colours", async ({ skip }) => {
    onlyIn("chromium", { skip, because: "media can't be emulated there" });
    await chart.page.emulateMedia({ forcedColors: "active" });
    await chart.open({
      rows: [
        row("a", near({ critical: true, baseline: { start: "2026-04-09", end: "2026-04-15" } })),
        row("b", near()),
        row("c", { start: "2026-03-30", end: "2026-04-03", overdue: true }),
      ],
      links: [link({ broken: true })],
      selected: ["b"],
      scale: "day",
    });
    expect(await styleOf(".bar-wrapper.is-critical .bar[class]", "stroke-width")).toBe("3px");
    expect(await styleOf(".bar-wrapper:not(.is-critical) .bar[class]", "stroke-width")).toBe("1px");
    expect(await styleOf(".g-gantt-link.is-broken", "stroke-dasharray")).not.toBe("none");
    expect(await styleOf(".g-gantt-hatch-line", "fill")).toBe(await styleOf(".bar-edge", "fill"));
    expect(await styleOf(".g-gantt-hatch-ground", "fill")).not.toBe(await styleOf(".g-gantt-hatch-line", "fill"));
    expect(await styleOf(".g-gantt-baseline", "fill")).not.toBe(await styleOf(".g-gantt-ring", "stroke"));
    expect(await chart.page.locator(".g-gantt-ring").count()).toBe(1);
    await chart.page.emulateMedia({ forcedColors: "none" });
  });
});

import type { Page } from "@playwright/test";
import type { Axis } from "./bench-chart.ts";
import { CHART_NAMES, inTime, rowsFor, type BenchBrowser } from "./bench-browser.ts";
import { shown, type PrintTable } from "./table.ts";

const ROWS = 50_000;
const WAYS = [
  { axis: "vertical", pxPerSecond: 3_000 },
  { axis: "vertical", pxPerSecond: 30_000 },
  { axis: "horizontal", pxPerSecond: 3_000 },
  { axis: "horizontal", pxPerSecond: 30_000 },
] as const satisfies readonly { axis: Axis; pxPerSecond: number }[];

/** Milliseconds a frame, p50 and p95, while scrolling both ways at reading speed and in flight; and one changed row. */
export async function measureScroll(browser: BenchBrowser, printTable: PrintTable): Promise<void> {
  const rows = [];
  for (const chart of CHART_NAMES) {
    rows.push(
      await browser.onFreshPage(chart, async (page) => {
        const count = rowsFor(chart, ROWS);
        await page.evaluate((run) => bench.open(run), { rows: count, scale: "day" as const });
        const scrolling = await scrollTimes(page);
        const changeMs = await inTime(page.evaluate(() => bench.change()));
        return { chart, rows: count, "row changed ms": shown(changeMs, 1), ...scrolling };
      }),
    );
  }
  printTable("One changed row painted; frames while scrolling, p50 / p95 ms, Day scale", rows);
}

async function scrollTimes(page: Page): Promise<Record<string, string>> {
  const times: Record<string, string> = {};
  for (const way of WAYS) {
    const frames = await inTime(page.evaluate((value) => bench.scroll(value), way));
    const text = frames ? `${shown(frames.frameP50Ms, 1)} / ${shown(frames.frameP95Ms, 1)}` : "–";
    times[`${way.axis} ${way.pxPerSecond / 1_000}k px/s`] = text;
  }
  return times;
}

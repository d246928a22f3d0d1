import { toDayNumber } from "@gantry/schedule";
import type { GanttRow } from "../../src/types.ts";
import type { ChartPage } from "./chart-page.ts";

/** Scrolls as a hand does, and waits for two frames. */
export function scrollTo({ page }: ChartPage, place: { top?: number; left?: number }): Promise<void> {
  return page.evaluate(async ({ top, left }) => {
    const scroller = document.querySelector(".g-gantt-scroller");
    if (!scroller) throw new Error("no scroller");
    if (top !== undefined) scroller.scrollTop = top;
    if (left !== undefined) scroller.scrollLeft = left;
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  }, place);
}

/** Where the view stands in the chart's pixels. */
export function scrolledTo({ page }: ChartPage): Promise<{ top: number; left: number }> {
  return page.evaluate(() => {
    const scroller = document.querySelector(".g-gantt-scroller");
    return { top: scroller?.scrollTop ?? 0, left: scroller?.scrollLeft ?? 0 };
  });
}

/** Brings the first day of a row's bar, and the row, to the centre of the view. */
export async function showBar({ page }: ChartPage, { row, index }: { row: GanttRow; index: number }): Promise<void> {
  const day = toDayNumber(row.start ?? "2026-04-15") + 0.5;
  await page.evaluate(
    async (point) => {
      harness.engine().centreOn(point);
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    },
    { day, row: index + 0.5 },
  );
}

export function elementCount({ page }: ChartPage): Promise<number> {
  return page.evaluate(() => document.querySelectorAll(".g-gantt, .g-gantt *").length);
}

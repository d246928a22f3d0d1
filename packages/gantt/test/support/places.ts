import type { GanttPlace } from "../../src/types.ts";
import { manyRows } from "../page/rows.ts";
import type { ChartPage } from "./chart-page.ts";

const HEADER_PX = 72;

export const planRows = manyRows(600);
export const middlePlace: GanttPlace = {
  day: "2026-08-10",
  dayOffsetPx: 5,
  rowId: "i400",
  rowOffsetPx: 11,
  focusedRowId: "i405",
};

/** Where rows, days and focus are on a chart of these rows. */
export function placesOf(chart: () => ChartPage) {
  return {
    /** Pixels from the top of the view to a row; null for one that is not in the page. */
    topOf: async (id: string) => {
      const title = planRows.find((item) => item.id === id)?.title ?? `Item ${id}`;
      const box = await chart().page.locator(`.g-gantt-row[aria-label="${title}, described"]`).boundingBox();
      return box && box.y - HEADER_PX;
    },
    dayAtLeft: () => chart().page.evaluate(() => harness.hitTest(401, 300)?.day),
    /** Name of the row that has the tab stop. */
    tabStop: () => chart().page.locator('.g-gantt-row[tabindex="0"]').getAttribute("aria-label"),
    focusedRow: () =>
      chart().page.evaluate(() => document.activeElement?.closest(".g-gantt-row")?.getAttribute("aria-label") ?? null),
    focus: (id: string) => chart().page.evaluate((rowId) => harness.engine().focusRow(rowId), id),
  };
}

export function planRowsBut(...ids: string[]) {
  return planRows.filter(({ id }) => !ids.includes(id));
}

import { toDayNumber, toIsoDate, type DayNumber } from "@gantry/schedule";
import type { Chart } from "./chart.ts";
import { dayAt, dayToX, xToDay } from "./model/time-axis.ts";
import type { Stage } from "./stage.ts";
import type { GanttPlace, GanttViewport } from "./types.ts";

/** Where the view stands. */
export function placeOf(chart: Chart): GanttPlace {
  const { left, top } = chart.viewport;
  const { rowHeight } = chart.options;
  const day = xToDay(chart.axis, left);
  const rowIndex = Math.floor(top / rowHeight);
  return {
    day: toIsoDate(day),
    dayOffsetPx: Math.round(left - dayToX(chart.axis, day)),
    rowId: chart.rows.at(rowIndex)?.id ?? null,
    rowOffsetPx: Math.round(top - rowIndex * rowHeight),
    focusedRowId: chart.rows.at(chart.focusIndex)?.id ?? null,
  };
}

/** What is in view, in days and rows with fractions. */
export function viewportOf(chart: Chart): GanttViewport {
  const { left, top, width, height } = chart.viewport;
  const { rowHeight } = chart.options;
  return {
    fromDay: dayAt(chart.axis, left),
    toDay: dayAt(chart.axis, left + width),
    fromRow: top / rowHeight,
    toRow: (top + height) / rowHeight,
  };
}

/** Goes to where the caller wants to start, else today comes to the centre. */
export function startView(stage: Stage): void {
  const { chart } = stage;
  const place = chart.options.place ?? null;
  const rows = place && rowsOfPlace(chart, place);
  if (rows) chart.focusIndex = rows.focusIndex;
  const day = place === null ? null : readDay(place);
  const centre = { day: toDayNumber(chart.options.today) + 0.5, viewX: chart.viewport.width / 2 };
  const anchor = place !== null && day !== null ? { day, viewX: -place.dayOffsetPx } : centre;
  stage.layOut(anchor, rows ?? {});
}

/** Rows at the top of the view and with the tab stop; where a row is gone, the other one decides. */
function rowsOfPlace(chart: Chart, place: GanttPlace): { topRow: number; focusIndex: number } {
  const { rowHeight } = chart.options;
  const top = place.rowId === null ? undefined : chart.rows.indexOf(place.rowId);
  const focus = place.focusedRowId === null ? undefined : chart.rows.indexOf(place.focusedRowId);
  const rowsInView = chart.viewport.height / rowHeight;
  const topRow = top === undefined ? Math.max(0, (focus ?? 0) - rowsInView / 2) : top + place.rowOffsetPx / rowHeight;
  return { topRow, focusIndex: focus ?? Math.max(0, Math.min(Math.ceil(topRow), chart.rows.count - 1)) };
}

/** A place comes from an address, which anyone may have changed. */
function readDay({ day }: GanttPlace): DayNumber | null {
  try {
    return toDayNumber(day);
  } catch {
    return null;
  }
}

import type { Chart } from "./chart.ts";
import { placeOf, viewportOf } from "./place.ts";
import type { GanttPlace } from "./types.ts";

/** Tells the caller where the view is: once a frame while it moves, and once when it rests somewhere else. */
export type ViewReport = {
  moved: () => void;
  /** The view or the focus may rest from now on. */
  settling: () => void;
  destroy: () => void;
};

const REST_MS = 160;

export function createViewReport(chart: Chart, rested: () => void): ViewReport {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: GanttPlace | null = null;

  const tell = () => {
    const place = placeOf(chart);
    if (told && isSamePlace(told, place)) return;
    told = place;
    chart.options.onViewRest?.(place);
  };

  return {
    moved: () => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        chart.options.onViewMove?.(viewportOf(chart));
      });
    },
    settling: () => {
      told ??= placeOf(chart);
      clearTimeout(timer);
      timer = setTimeout(() => {
        rested();
        tell();
      }, REST_MS);
    },
    destroy: () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    },
  };
}

function isSamePlace(a: GanttPlace, b: GanttPlace): boolean {
  return (
    a.day === b.day &&
    a.dayOffsetPx === b.dayOffsetPx &&
    a.rowId === b.rowId &&
    a.rowOffsetPx === b.rowOffsetPx &&
    a.focusedRowId === b.focusedRowId
  );
}

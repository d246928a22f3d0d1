import { toDayNumber, toIsoDate } from "@gantry/schedule";
import { attachInput } from "./input/attach-input.ts";
import { xToDay } from "./model/time-axis.ts";
import { startView } from "./place.ts";
import { createScrolling } from "./scrolling.ts";
import { createStage } from "./stage.ts";
import type { GanttEngine, GanttOptions } from "./types.ts";
import { applyUpdate } from "./update.ts";
import { createZooming, fitAll } from "./zooming.ts";

/**
 * A chart in `host`, which must have a height of its own and stays otherwise empty.
 * Rows, bars and columns are drawn for what is in view only, whatever the number of rows.
 * The keyboard, on a row: arrows, Home, End and Page keys move, with Shift they extend the selection; Left and Right fold,
 * with Shift they pan; X selects, Ctrl+A all; Enter opens; + and − zoom; L draws a link (up and down choose its end, T its
 * type). Space picks the bar up: arrows move it by a day, Shift by a week, Alt its end, Ctrl its start, up and down set
 * progress; Enter or Space drops, Escape puts everything back. Each step is spoken.
 */
export function createGantt(host: HTMLElement, options: GanttOptions): GanttEngine {
  const stage = createStage(host, options);
  const { chart } = stage;
  const scrolling = createScrolling(stage);
  const zooming = createZooming(stage);
  stage.views.tree.rebuild();
  stage.readViewport();
  startView(stage);
  const input = attachInput(stage, { scrolling, zooming });

  return {
    update: (change) => input.takeUpdate(() => applyUpdate(stage, change)),
    scrollToToday: () => scrolling.centreDay(toDayNumber(chart.options.today)),
    scrollToDay: (day) => scrolling.startAtDay(toDayNumber(day)),
    scrollToRow: (id) => {
      const index = chart.rows.indexOf(id);
      if (index !== undefined) scrolling.revealRow(index);
    },
    centreOn: scrolling.centreOn,
    fit: () => fitAll(stage, zooming),
    hitTest: (clientX, clientY) => {
      const point = scrolling.pointAt({ clientX, clientY });
      if (!point.inside) return null;
      const row = chart.rows.at(Math.floor(point.y / chart.options.rowHeight));
      return { day: toIsoDate(xToDay(chart.axis, point.x)), rowId: row?.id ?? null };
    },
    showDropDay: (day) => stage.views.columns.showDropDay(day === null ? null : toDayNumber(day)),
    focusRow: (id) => {
      const index = chart.rows.indexOf(id);
      if (index === undefined) return;
      scrolling.revealRow(index);
      chart.focusIndex = index;
      stage.views.tree.paintFocus(true);
    },
    destroy: () => {
      input.destroy();
      scrolling.destroy();
      chart.frame.root.remove();
    },
  };
}

import { toDayNumber, toIsoDate } from "@gantry/schedule";
import { attachInput } from "./input/attach-input.ts";
import { scaleThatFits } from "./model/scale.ts";
import { xToDay } from "./model/time-axis.ts";
import { createScrolling } from "./scrolling.ts";
import { createStage } from "./stage.ts";
import type { GanttEngine, GanttOptions } from "./types.ts";
import { applyUpdate } from "./update.ts";

/**
 * A chart in `host`, which must have a height of its own and stays otherwise empty.
 * Rows, bars and columns are drawn for what is in view only, whatever the number of rows.
 * The keyboard: arrows, Home, End and Page keys move, Left and Right fold, Space selects, Shift extends, Ctrl+A selects all,
 * Enter opens, M picks the bar up (arrows move it by a day, with Shift by a week, with Alt its end; Enter drops, Escape cancels).
 */
export function createGantt(host: HTMLElement, options: GanttOptions): GanttEngine {
  const stage = createStage(host, options);
  const { chart } = stage;
  const scrolling = createScrolling(stage);
  stage.views.tree.rebuild();
  stage.layOut();
  scrolling.centreDay(toDayNumber(options.today));
  const input = attachInput(stage, scrolling);

  return {
    update: (change) => {
      applyUpdate(stage, change);
      input.updated();
    },
    scrollToToday: () => scrolling.centreDay(toDayNumber(chart.options.today)),
    scrollToDay: (day) => scrolling.startAtDay(toDayNumber(day)),
    scrollToRow: (id) => {
      const index = chart.rows.indexOf(id);
      if (index !== undefined) scrolling.revealRow(index);
    },
    centreOn: scrolling.centreOn,
    fit: () => {
      const { range } = chart.rows;
      if (!range) return chart.options.scale;
      const days = range.to - range.from + 1;
      const scale = scaleThatFits(days + 2, chart.viewport.width);
      applyUpdate(stage, { scale });
      scrolling.centreDay(range.from + Math.floor(days / 2));
      if (days * chart.axis.pxPerDay > chart.viewport.width) scrolling.startAtDay(range.from);
      return scale;
    },
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

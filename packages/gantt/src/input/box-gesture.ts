import { barBoxOf, selectableIdAt } from "../chart.ts";
import { boxBetween, rowsInBox } from "../model/box-selection.ts";
import { combineSelection, type SelectionMode } from "../model/selection.ts";
import { dayAt, dayToX } from "../model/time-axis.ts";
import type { ChartPoint } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import { setAttributes, svgElement } from "../view/dom.ts";
import type { Gesture } from "./gesture.ts";
import type { Selecting } from "./selecting.ts";

export type BoxGestureInput = { from: ChartPoint; mode: SelectionMode; selecting: Selecting };

/** Draws a box and selects the bars it touches; the caller hears of it when the box is let go. */
export function createBoxGesture(stage: Stage, { from, mode, selecting }: BoxGestureInput): Gesture {
  const { chart } = stage;
  const before = chart.selection;
  const pressedDay = dayAt(chart.axis, from.x);
  const shape = svgElement("rect", { class: "g-gantt-box", rx: 2 }, chart.frame.overlay);
  return {
    name: "box",
    edge: "scrolls",
    move: (point) => {
      const corner = { x: dayToX(chart.axis, pressedDay), y: from.y };
      const box = boxBetween(corner, { x: Math.max(0, point.x), y: Math.max(0, point.y) });
      setAttributes(shape, box);
      const hits = rowsInBox({
        box,
        rowHeight: chart.options.rowHeight,
        rowCount: chart.rows.count,
        barAt: (index) => barBoxOf(chart, index),
      });
      const ids = hits.flatMap((index) => selectableIdAt(chart, index) ?? []);
      stage.setSelection(combineSelection(before, { ids, mode }));
    },
    drop: () => {
      shape.remove();
      selecting.set(chart.selection);
    },
    cancel: () => {
      shape.remove();
      stage.setSelection(before);
    },
    changedTitle: () => null,
    resume: () => {},
  };
}

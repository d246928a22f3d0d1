import { clampPxPerDay, SCALE_SHAPES, scaleAt } from "./model/scale.ts";
import { dayAt } from "./model/time-axis.ts";
import type { Stage, ViewAnchor } from "./stage.ts";
import type { GanttScale } from "./types.ts";

/** Changes of the width of a day, without steps, around a day that stays where it is. */
export type Zooming = {
  /** Multiplies the width of a day. The day at `viewX` pixels from the left edge of the view stays there, to the pixel. */
  by: (factor: number, viewX: number) => void;
  /** Gives a day a width and puts the anchor's day where it says. */
  to: (pxPerDay: number, anchor: ViewAnchor) => void;
};

export function createZooming(stage: Stage): Zooming {
  const { chart } = stage;
  /** A scroll position is whole pixels: a series of steps around one place keeps the day it began with. */
  let held: (ViewAnchor & { left: number }) | null = null;

  const to = (wanted: number, anchor: ViewAnchor) => {
    const pxPerDay = clampPxPerDay(wanted);
    const from = anchor.day - anchor.viewX / pxPerDay;
    chart.pxPerDay = pxPerDay;
    chart.reach = { from: Math.floor(from), to: Math.ceil(from + chart.viewport.width / pxPerDay) };
    const scale = scaleAt(pxPerDay);
    const isOther = scale !== chart.options.scale;
    if (isOther) chart.options = { ...chart.options, scale };
    stage.layOut(anchor);
    if (isOther) chart.options.onScaleChange?.(scale);
  };

  return {
    to,
    by: (factor, viewX) => {
      const { left } = chart.viewport;
      const anchor =
        held?.left === left && held.viewX === viewX ? held : { day: dayAt(chart.axis, left + viewX), viewX };
      if (clampPxPerDay(chart.pxPerDay * factor) === chart.pxPerDay) return;
      to(chart.pxPerDay * factor, anchor);
      held = { day: anchor.day, viewX, left: chart.viewport.left };
    },
  };
}

const FIT_MARGIN_DAYS = 2;

/** Makes days as wide as lets all bars be in view; the centre stays where they are too many for that. Returns the scale. */
export function fitAll({ chart }: Stage, zooming: Zooming): GanttScale {
  const { range } = chart.rows;
  const { left, width } = chart.viewport;
  if (!range || width === 0) return chart.options.scale;
  const pxPerDay = Math.min(width / (range.to - range.from + 1 + FIT_MARGIN_DAYS), SCALE_SHAPES.day.pxPerDay);
  const isTooLong = clampPxPerDay(pxPerDay) > pxPerDay;
  const day = isTooLong ? dayAt(chart.axis, left + width / 2) : (range.from + range.to + 1) / 2;
  zooming.to(pxPerDay, { day, viewX: width / 2 });
  return chart.options.scale;
}

import type { Scrolling } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import { createHandleLayer } from "../view/handle-layer.ts";
import { xToDay } from "../model/time-axis.ts";
import { targetAt, type PressTarget } from "./press-target.ts";
import type { PointerPlace } from "./gesture.ts";

/** What the chart shows of a pointer that is not pressed: row tint, handles, cursor, the link that a press would open. */
export type Hover = {
  show: (place: PointerPlace) => void;
  leave: () => void;
  /** While a gesture runs, nothing. */
  hide: () => void;
  /** Handles for a bar that has no pointer above it: tapped, or focused by key. Null takes them away. */
  keepHandles: (index: number | null, how?: { coarse: boolean }) => void;
  /** Draws the handles anew, after rows or the axis changed. */
  refresh: () => void;
  targetUnder: (place: PointerPlace) => PressTarget;
};

export function createHover(stage: Stage, scrolling: Scrolling): Hover {
  const { chart, views } = stage;
  const surface = chart.frame.chart;
  const handles = createHandleLayer(chart);
  /** By id: rows may come and go above it. */
  let kept: { id: string; coarse: boolean } | null = null;
  let hoveredId: string | null = null;

  const indexOf = (id: string | null | undefined) => (id == null ? null : (chart.rows.indexOf(id) ?? null));
  const idOf = (index: number) => chart.rows.at(index)?.id ?? null;

  const showHandles = () => {
    const hovered = indexOf(hoveredId);
    if (hovered !== null) return handles.show({ kind: "bar", index: hovered, coarse: false });
    const index = indexOf(kept?.id);
    handles.show(kept && index !== null ? { kind: "bar", index, coarse: kept.coarse } : null);
  };

  const targetUnder = (place: PointerPlace): PressTarget => {
    const point = scrolling.pointAt(place);
    const coarse = place.pointerType === "touch";
    if (!point.inside) return { kind: "empty" };
    return targetAt(stage, { point, coarse, handledIndex: indexOf(hoveredId) ?? indexOf(kept?.id) });
  };

  const zoneOf = (target: PressTarget): string => {
    if (target.kind !== "bar") return target.kind;
    if (target.zone) return target.zone;
    return chart.rows.at(target.index)?.lockedReason ? "locked" : "bar";
  };

  const hide = () => {
    hoveredId = null;
    handles.show(null);
    views.links.highlight(null);
  };

  return {
    targetUnder,
    hide,
    show: (place) => {
      const point = scrolling.pointAt(place);
      const index = Math.floor(point.y / chart.options.rowHeight);
      stage.setHover(point.inside && chart.rows.at(index) ? index : null);
      const target = targetUnder(place);
      surface.dataset["zone"] = zoneOf(target);
      views.links.highlight(target.kind === "link" ? target.id : null);
      hoveredId = target.kind === "bar" || target.kind === "link-end" ? idOf(target.index) : null;
      if (target.kind !== "lane") return showHandles();
      handles.show({ kind: "lane", index: target.index, day: xToDay(chart.axis, point.x) });
    },
    leave: () => {
      stage.setHover(null);
      hide();
      showHandles();
    },
    keepHandles: (index, how = { coarse: false }) => {
      const id = index === null ? null : idOf(index);
      kept = id === null ? null : { id, ...how };
      showHandles();
    },
    refresh: showHandles,
  };
}

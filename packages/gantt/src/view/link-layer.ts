import { barBoxOf, type Chart } from "../chart.ts";
import { distanceToLine, routeLink, type Point } from "../model/link-route.ts";
import type { GanttLink } from "../types.ts";
import { svgElement } from "./dom.ts";

/** The links that touch the window, beneath the bars. An end outside the window is a position without DOM. */
export type LinkLayer = {
  setLinks: () => void;
  paint: () => void;
  /** Id of the drawn link at a point of the chart. */
  linkAt: (point: Point, reachPx: number) => string | null;
  /** Shows which link a press would open. */
  highlight: (id: string | null) => void;
};

type PlacedLink = { link: GanttLink; from: number; to: number };

/** More links than this over one screen would be a black area, and cost the frame. */
const MOST_LINKS_SHOWN = 250;

export function createLinkLayer(chart: Chart, layer: SVGGElement): LinkLayer {
  let placed: readonly PlacedLink[] = [];
  const shown = new Map<PlacedLink, { group: SVGGElement; points: readonly Point[] }>();
  let highlighted: string | null = null;

  const touches = ({ from, to }: PlacedLink) =>
    Math.max(from, to) >= chart.window.first && Math.min(from, to) < chart.window.end;

  const draw = (item: PlacedLink) => {
    const from = barBoxOf(chart, item.from);
    const to = barBoxOf(chart, item.to);
    if (!from || !to) return;
    const { line, head, points } = routeLink({ type: item.link.type, from, to, rowHeight: chart.options.rowHeight });
    const group = svgElement("g", { class: item.link.critical ? "g-gantt-link is-critical" : "g-gantt-link" }, layer);
    svgElement("path", { d: line, class: "g-gantt-link-line" }, group);
    svgElement("path", { d: head, class: "g-gantt-link-head" }, group);
    group.classList.toggle("is-hover", item.link.id === highlighted);
    shown.set(item, { group, points });
  };

  const paint = () => {
    for (const [item, { group }] of shown) {
      if (touches(item)) continue;
      group.remove();
      shown.delete(item);
    }
    for (const item of placed) {
      if (shown.size >= MOST_LINKS_SHOWN) return;
      if (!shown.has(item) && touches(item)) draw(item);
    }
  };

  const setLinks = () => {
    layer.replaceChildren();
    shown.clear();
    placed = chart.options.links.flatMap((link) => {
      const from = chart.rows.indexOf(link.from);
      const to = chart.rows.indexOf(link.to);
      return from === undefined || to === undefined ? [] : [{ link, from, to }];
    });
    paint();
  };

  const linkAt = (point: Point, reachPx: number) => {
    let nearest: { id: string; distance: number } | null = null;
    for (const [{ link }, { points }] of shown) {
      const distance = distanceToLine(points, point);
      if (distance <= reachPx && distance < (nearest?.distance ?? Infinity)) nearest = { id: link.id, distance };
    }
    return nearest?.id ?? null;
  };

  const highlight = (id: string | null) => {
    if (id === highlighted) return;
    highlighted = id;
    for (const [{ link }, { group }] of shown) group.classList.toggle("is-hover", link.id === id);
  };

  return { setLinks, paint, linkAt, highlight };
}

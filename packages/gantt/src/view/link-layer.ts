import { barBoxOf, type Chart } from "../chart.ts";
import type { Box } from "../model/bar-box.ts";
import { createLinkIndex } from "../model/link-index.ts";
import { distanceToLine, routeLink, type Point } from "../model/link-route.ts";
import type { RowPlaces } from "../model/row-model.ts";
import { isInWindow } from "../model/row-window.ts";
import type { GanttLink } from "../types.ts";
import { setAttributes, svgElement } from "./dom.ts";
import { createLinkHeads } from "./link-heads.ts";

/** The links that touch the window, beneath the bars. An end outside the window is a position without DOM. */
export type LinkLayer = {
  /** Takes over other links or other rows; the first links of very many rows follow the rows by a frame. */
  setLinks: () => void;
  /** Draws every shown link anew: bars are elsewhere. */
  redraw: () => void;
  /** Draws the links of these rows anew. */
  redrawRows: (indexes: readonly number[]) => void;
  paint: () => void;
  /** Id of the drawn link at a point of the chart. */
  linkAt: (point: Point, reachPx: number) => string | null;
  /** Shows which link a press would open. */
  highlight: (id: string | null) => void;
};

type PlacedLink = { link: GanttLink; from: number; to: number };
type ShownLink = { path: SVGPathElement; points: readonly Point[] };

/** More links than this over one screen would be a black area, and cost the frame. */
const MOST_LINKS_SHOWN = 100;
/** Links that only pass through the window are looked at up to this many. */
const MOST_PASSING = 300;
const REACH_PX = 40;
/** Of more rows the links are looked up when the rows are on the screen. */
const MOST_ROWS_AT_ONCE = 5_000;

export function createLinkLayer(chart: Chart, layer: SVGGElement): LinkLayer {
  const heads = createLinkHeads(chart, layer);
  const lines = svgElement("g", {}, layer);
  const shown = new Map<PlacedLink, ShownLink>();
  let placed: readonly PlacedLink[] = [];
  let found = indexOf(placed);
  let known: { links: readonly GanttLink[]; places: RowPlaces } | null = null;
  let highlighted: string | null = null;

  /** Those with an end in the window before those that pass through it; only what reaches the drawn days. */
  const wanted = (): ReadonlySet<PlacedLink> => {
    const ending: PlacedLink[] = [];
    const passing: PlacedLink[] = [];
    found.touching(chart.window, (position) => {
      const item = placed[position];
      if (!item) return true;
      const hasEnd = isInWindow(chart.window, item.from) || isInWindow(chart.window, item.to);
      (hasEnd ? ending : passing).push(item);
      return passing.length < MOST_PASSING;
    });
    const links = new Set<PlacedLink>();
    for (const item of [...ending, ...passing]) {
      if (links.size >= MOST_LINKS_SHOWN) break;
      const from = barBoxOf(chart, item.from);
      const to = barBoxOf(chart, item.to);
      if (from && to && isWithin(chart, { from, to })) links.add(item);
    }
    return links;
  };

  const draw = (item: PlacedLink) => {
    const from = barBoxOf(chart, item.from);
    const to = barBoxOf(chart, item.to);
    if (!from || !to) return;
    const { type, critical, broken, id } = item.link;
    const { line, points } = routeLink({ type, from, to, rowHeight: chart.options.rowHeight });
    const path = shown.get(item)?.path ?? svgElement("path", { class: "g-gantt-link" }, lines);
    setAttributes(path, { d: line, "marker-end": heads.of({ critical, broken }) });
    path.classList.toggle("is-critical", critical);
    path.classList.toggle("is-broken", broken);
    path.classList.toggle("is-hover", id === highlighted);
    shown.set(item, { path, points });
  };

  const index = () => {
    if (!layer.isConnected || !known) return;
    const { links, places } = known;
    lines.replaceChildren();
    shown.clear();
    placed = links.flatMap((link) => {
      const from = places.indexOf(link.from);
      const to = places.indexOf(link.to);
      return from === undefined || to === undefined ? [] : [{ link, from, to }];
    });
    found = indexOf(placed);
    paint();
  };

  const paint = () => {
    const links = wanted();
    for (const [item, { path }] of shown) {
      if (links.has(item)) continue;
      path.remove();
      shown.delete(item);
    }
    for (const item of links) if (!shown.has(item)) draw(item);
  };

  return {
    paint,
    redraw: () => {
      for (const item of shown.keys()) draw(item);
      paint();
    },
    redrawRows: (indexes) => {
      const rows = new Set(indexes);
      for (const item of shown.keys()) if (rows.has(item.from) || rows.has(item.to)) draw(item);
      paint();
    },
    setLinks: () => {
      const { links } = chart.options;
      const { places } = chart.rows;
      if (known?.links === links && known.places === places) return;
      const isFirst = known === null;
      known = { links, places };
      if (isFirst && links.length > 0 && chart.rows.count > MOST_ROWS_AT_ONCE) afterFirstPaint(index);
      else index();
    },
    linkAt: (point, reachPx) => {
      let nearest: { id: string; distance: number } | null = null;
      for (const [{ link }, { points }] of shown) {
        const distance = distanceToLine(points, point);
        if (distance <= reachPx && distance < (nearest?.distance ?? Infinity)) nearest = { id: link.id, distance };
      }
      return nearest?.id ?? null;
    },
    highlight: (id) => {
      if (id === highlighted) return;
      highlighted = id;
      for (const [{ link }, { path }] of shown) path.classList.toggle("is-hover", link.id === id);
    },
  };
}

/** The second frame begins when the first one is on the screen. */
function afterFirstPaint(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work, 0)));
}

function indexOf(placed: readonly PlacedLink[]) {
  return createLinkIndex({
    from: Int32Array.from(placed, ({ from }) => from),
    to: Int32Array.from(placed, ({ to }) => to),
  });
}

/** Whether any of a link's way lies in the days that are drawn. */
function isWithin(chart: Chart, { from, to }: { from: Box; to: Box }): boolean {
  const left = Math.min(from.x, to.x) - REACH_PX;
  const right = Math.max(from.x + from.width, to.x + to.width) + REACH_PX;
  return left < chart.drawn.to && right > chart.drawn.from;
}

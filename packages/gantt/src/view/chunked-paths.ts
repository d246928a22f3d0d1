import type { Chart } from "../chart.ts";
import { svgElement } from "./dom.ts";

/** Shapes of the rows in the window, eight rows to a path: few elements, and a scroll redraws only what it brings in. */
export type ChunkedPaths = {
  /** Draws what entered the window, frees what left it. */
  paint: () => void;
  redraw: () => void;
  redrawRows: (indexes: readonly number[]) => void;
};

const ROWS_PER_CHUNK = 8;

export type ChunkedPathsInput = {
  layer: Element;
  className: string;
  /** Path data of one row; empty for a row without a shape. */
  pathOf: (index: number) => string;
};

export function createChunkedPaths(chart: Chart, { layer, className, pathOf }: ChunkedPathsInput): ChunkedPaths {
  const shown = new Map<number, SVGPathElement | null>();

  const draw = (chunk: number) => {
    let path = "";
    const end = Math.min((chunk + 1) * ROWS_PER_CHUNK, chart.rows.count);
    for (let index = chunk * ROWS_PER_CHUNK; index < end; index += 1) path += pathOf(index);
    const element = shown.get(chunk) ?? null;
    if (path === "") {
      element?.remove();
      shown.set(chunk, null);
    } else if (element) element.setAttribute("d", path);
    else shown.set(chunk, svgElement("path", { class: className, d: path }, layer));
  };

  const paint = () => {
    const first = Math.floor(chart.window.first / ROWS_PER_CHUNK);
    const end = Math.ceil(chart.window.end / ROWS_PER_CHUNK);
    for (const [chunk, element] of shown) {
      if (chunk >= first && chunk < end) continue;
      element?.remove();
      shown.delete(chunk);
    }
    for (let chunk = first; chunk < end; chunk += 1) if (!shown.has(chunk)) draw(chunk);
  };

  return {
    paint,
    redraw: () => {
      for (const chunk of shown.keys()) draw(chunk);
      paint();
    },
    redrawRows: (indexes) => {
      const chunks = new Set(indexes.map((index) => Math.floor(index / ROWS_PER_CHUNK)));
      for (const chunk of chunks) if (shown.has(chunk)) draw(chunk);
    },
  };
}

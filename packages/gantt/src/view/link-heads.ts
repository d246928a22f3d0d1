import type { Chart } from "../chart.ts";
import { svgElement } from "./dom.ts";

/** Arrow heads as markers, shared by all links of a chart: an open cross stands before the head of a broken one. */
export type LinkHeads = {
  /** Value of `marker-end`. */
  of: (link: { critical: boolean; broken: boolean }) => string;
};

const HEAD = "M16 6L10 2.5v7z";
const CROSS = "M1 3l6 6M7 3l-6 6";

export function createLinkHeads(chart: Chart, layer: SVGGElement): LinkHeads {
  const defs = svgElement("defs", {}, layer);
  const plain = createHead("plain");
  const critical = createHead("critical");
  const broken = createHead("broken");

  function createHead(kind: string): string {
    const id = chart.frame.id(`head-${kind}`);
    const marker = svgElement(
      "marker",
      {
        id,
        class: `g-gantt-head is-${kind}`,
        markerUnits: "userSpaceOnUse",
        markerWidth: 16,
        markerHeight: 12,
        refX: 16,
        refY: 6,
        orient: "auto",
        viewBox: "0 0 16 12",
      },
      defs,
    );
    svgElement("path", { d: HEAD }, marker);
    if (kind === "broken") svgElement("path", { class: "g-gantt-cross", d: CROSS }, marker);
    return `url(#${id})`;
  }

  return {
    of: (link) => {
      if (link.broken) return broken;
      return link.critical ? critical : plain;
    },
  };
}

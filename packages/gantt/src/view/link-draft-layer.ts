import { barBoxOf, type Chart } from "../chart.ts";
import type { Box } from "../model/bar-box.ts";
import { grown } from "../model/box-path.ts";
import { linkHandleAt, type BarEnd } from "../model/link-end.ts";
import { routeLink, type Point } from "../model/link-route.ts";
import type { GanttLinkDraft } from "../types.ts";
import { setAttributes, svgElement } from "./dom.ts";

/** The link that is being drawn, above the bars: a rubber band to the pointer, or the way it would take. */
export type LinkDraftLayer = {
  /** From an end of a bar to a point in the open. */
  showBand: (input: { index: number; end: BarEnd; to: Point }) => void;
  /** From bar to bar; refused ones are dashed. */
  showDraft: (draft: GanttLinkDraft, place: { refused: boolean }) => void;
  hide: () => void;
};

const RING_GAP_PX = 3;

export function createLinkDraftLayer(chart: Chart): LinkDraftLayer {
  const layer = svgElement("g", { class: "g-gantt-draft" }, chart.frame.overlay);
  const line = svgElement("path", { class: "g-gantt-draft-line" }, layer);
  const head = svgElement("path", { class: "g-gantt-draft-head" }, layer);
  const knob = svgElement("circle", { class: "g-gantt-draft-knob", r: 4 }, layer);
  const ring = svgElement("rect", { class: "g-gantt-draft-ring", rx: 5 }, layer);

  const hide = () => {
    layer.style.display = "none";
  };

  const show = (parts: { line: string; head: string; knob: Point | null; ring: Box | null; refused: boolean }) => {
    layer.style.display = "";
    layer.classList.toggle("is-refused", parts.refused);
    line.setAttribute("d", parts.line);
    head.setAttribute("d", parts.head);
    knob.style.display = parts.knob ? "" : "none";
    if (parts.knob) setAttributes(knob, { cx: parts.knob.x, cy: parts.knob.y });
    ring.style.display = parts.ring ? "" : "none";
    if (parts.ring) setAttributes(ring, parts.ring);
  };

  const boxOf = (id: string) => {
    const index = chart.rows.indexOf(id);
    return index === undefined ? null : barBoxOf(chart, index);
  };

  hide();
  return {
    hide,
    showBand: ({ index, end, to }) => {
      const box = barBoxOf(chart, index);
      if (!box) return hide();
      const from = linkHandleAt(box, { end, coarse: false });
      show({ line: `M${from.x} ${from.y}L${to.x} ${to.y}`, head: "", knob: to, ring: null, refused: false });
    },
    showDraft: ({ from, to, type }, { refused }) => {
      const fromBox = boxOf(from);
      const toBox = boxOf(to);
      const route =
        fromBox && toBox
          ? routeLink({ type, from: fromBox, to: toBox, rowHeight: chart.options.rowHeight })
          : { line: "", head: "" };
      show({ ...route, knob: null, ring: toBox && grown(toBox, RING_GAP_PX), refused });
    },
  };
}

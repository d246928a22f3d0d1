import { barBoxOf, editableBar, shapeOf, type Chart } from "../chart.ts";
import type { Box } from "../model/bar-box.ts";
import { LINK_HANDLE_PX, linkHandleAt } from "../model/link-end.ts";
import { dayToX } from "../model/time-axis.ts";
import { setAttributes, svgElement } from "./dom.ts";

type HandlesShown =
  | { kind: "bar"; index: number; coarse: boolean }
  /** A row without dates, and the day at which a press would give it some. */
  | { kind: "lane"; index: number; day: number };

/** Grips of one bar, or the sign that a row takes dates: one set for the whole chart. */
export type HandleLayer = { show: (what: HandlesShown | null) => void };

const LEAST_LANE_PX = 16;

export function createHandleLayer(chart: Chart): HandleLayer {
  const layer = svgElement("g", { class: "g-gantt-handles" }, chart.frame.overlay);
  const edit = svgElement("g", {}, layer);
  const grips = [svgElement("rect", { width: 2, rx: 1 }, edit), svgElement("rect", { width: 2, rx: 1 }, edit)] as const;
  const progress = svgElement("path", {}, edit);
  const links = svgElement("g", { class: "g-gantt-link-handles" }, layer);
  const ends = [svgElement("circle", {}, links), svgElement("circle", {}, links)] as const;
  const lane = svgElement("g", { class: "g-gantt-lane-hint" }, layer);
  const cell = svgElement("rect", { rx: 3 }, lane);
  const plus = svgElement("path", {}, lane);
  const showPart = (part: SVGElement, isShown: boolean) => {
    part.style.display = isShown ? "" : "none";
  };

  const showEdit = (box: Box, { index, coarse }: { index: number; coarse: boolean }) => {
    const bar = editableBar(chart, index);
    const row = chart.rows.at(index);
    const isBar = bar !== null && row !== undefined && shapeOf(chart, row) === "bar";
    showPart(edit, isBar);
    if (!isBar) return;
    const grip = { y: box.y + box.height / 4, height: box.height / 2 };
    setAttributes(grips[0], { x: box.x + 4.5, ...grip });
    setAttributes(grips[1], { x: box.x + box.width - 5.5, ...grip });
    const x = box.x + (box.width * bar.progress) / 100;
    const size = coarse ? 1.5 : 1;
    const top = `M${x} ${box.y + box.height - 2}`;
    progress.setAttribute("d", `${top}l${4.5 * size} ${5 * size}v${3 * size}h${-9 * size}v${-3 * size}z`);
  };

  const showLinks = (box: Box, coarse: boolean) => {
    showPart(links, chart.options.onLinkDraw !== undefined);
    const { drawn } = coarse ? LINK_HANDLE_PX.coarse : LINK_HANDLE_PX.fine;
    const places = [linkHandleAt(box, { end: "start", coarse }), linkHandleAt(box, { end: "end", coarse })] as const;
    setAttributes(ends[0], { cx: places[0].x, cy: places[0].y, r: drawn });
    setAttributes(ends[1], { cx: places[1].x, cy: places[1].y, r: drawn });
  };

  const showLane = ({ index, day }: { index: number; day: number }) => {
    const { barHeight, rowHeight } = chart.options;
    const width = Math.max(chart.axis.pxPerDay, LEAST_LANE_PX);
    const x = dayToX(chart.axis, day);
    const y = index * rowHeight + (rowHeight - barHeight) / 2;
    setAttributes(cell, { x: x + 0.5, y: y + 0.5, width: width - 1, height: barHeight - 1 });
    plus.setAttribute("d", `M${x + width / 2 - 4} ${y + barHeight / 2}h8m-4 -4v8`);
  };

  showPart(layer, false);
  return {
    show: (what) => {
      const box = what?.kind === "bar" ? barBoxOf(chart, what.index) : null;
      const isLane = what?.kind === "lane";
      showPart(layer, box !== null || isLane);
      showPart(lane, isLane);
      showPart(edit, false);
      showPart(links, false);
      if (isLane) showLane(what);
      if (what?.kind !== "bar" || !box) return;
      showEdit(box, what);
      showLinks(box, what.coarse);
    },
  };
}

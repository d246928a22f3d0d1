import { createIdMaker, htmlElement, svgElement } from "./dom.ts";

/** The chart's fixed parts. Everything scrolls in `scroller`, so that tree-grid and chart cannot drift apart. */
export type Frame = {
  root: HTMLElement;
  scroller: HTMLElement;
  /** As large as header, all rows and the whole time axis. */
  canvas: HTMLElement;
  tree: HTMLElement;
  treeHead: HTMLElement;
  treeBody: HTMLElement;
  time: HTMLElement;
  timeHead: HTMLElement;
  chart: HTMLElement;
  /** Beneath everything: days off, the current sprint. */
  backdrop: HTMLElement;
  /** Row tints. */
  strips: HTMLElement;
  /** Column lines, today, the drop day. */
  marks: HTMLElement;
  /** Where frappe-gantt puts its SVG. */
  drawing: HTMLElement;
  /** Selection rings, handles, gesture marks: above the bars. */
  overlay: SVGSVGElement;
  splitter: HTMLElement;
  live: HTMLElement;
  id: (name: string) => string;
};

export function createFrame(host: HTMLElement): Frame {
  const id = createIdMaker();
  const root = htmlElement("div", "g-gantt");
  const scroller = htmlElement("div", "g-gantt-scroller", root);
  const canvas = htmlElement("div", "g-gantt-canvas", scroller);
  const tree = htmlElement("div", "g-gantt-tree", canvas);
  const treeHead = htmlElement("div", "g-gantt-tree-head", tree);
  const treeBody = htmlElement("div", "g-gantt-tree-body", tree);
  const time = htmlElement("div", "g-gantt-time", canvas);
  const timeHead = htmlElement("div", "g-gantt-time-head", time);
  const chart = htmlElement("div", "g-gantt-chart", time);
  const backdrop = htmlElement("div", "g-gantt-backdrop", chart);
  const strips = htmlElement("div", "g-gantt-strips", chart);
  htmlElement("div", "g-gantt-hairlines", chart);
  const marks = htmlElement("div", "g-gantt-marks", chart);
  const drawing = htmlElement("div", "g-gantt-drawing", chart);
  const overlay = svgElement("svg", { class: "g-gantt-overlay", "aria-hidden": "true" }, chart);
  const splitter = htmlElement("div", "g-gantt-splitter", root);
  const live = htmlElement("div", "g-gantt-live", root);

  tree.id = id("tree");
  tree.setAttribute("role", "treegrid");
  tree.setAttribute("aria-multiselectable", "true");
  treeHead.setAttribute("role", "row");
  treeHead.setAttribute("aria-rowindex", "1");
  treeBody.setAttribute("role", "rowgroup");
  timeHead.setAttribute("aria-hidden", "true");
  chart.setAttribute("role", "img");
  splitter.setAttribute("role", "separator");
  splitter.setAttribute("aria-orientation", "vertical");
  splitter.setAttribute("aria-controls", tree.id);
  splitter.tabIndex = 0;
  // Firefox makes whatever scrolls a tab stop; the rows are the way in.
  scroller.tabIndex = -1;
  live.setAttribute("aria-live", "polite");
  live.setAttribute("role", "status");
  host.append(root);
  return {
    root,
    scroller,
    canvas,
    tree,
    treeHead,
    treeBody,
    time,
    timeHead,
    chart,
    backdrop,
    strips,
    marks,
    drawing,
    overlay,
    splitter,
    live,
    id,
  };
}

/** Height of the sticky header: two rows of dates and one of sprints. */
export const HEADER_HEIGHT_PX = 72;

import { chartHeight, isStacked, rowMetrics, todayOf, viewRangeOf, type Chart } from "./chart.ts";
import { shownGridWidth } from "./grid-width.ts";
import { createWindowedGantt, type WindowedGantt } from "./frappe/windowed-gantt.ts";
import type { BarEdit } from "./model/bar-edit.ts";
import { createRowModel } from "./model/row-model.ts";
import { isFlying, rowWindow } from "./model/row-window.ts";
import { SCALE_SHAPES } from "./model/scale.ts";
import { createTimeAxis, dayAt, dayToX, type TimeAxis } from "./model/time-axis.ts";
import { createTravel } from "./model/travel.ts";
import { drawnRange, fliesSideways } from "./model/view-side.ts";
import type { GanttOptions } from "./types.ts";
import { createViewReport, type ViewReport } from "./view-report.ts";
import { createBaselineLayer } from "./view/baseline-layer.ts";
import { createBarLayer, type BarLayer } from "./view/bar-layer.ts";
import type { ChunkedPaths } from "./view/chunked-paths.ts";
import { createColumnWindow, type ColumnWindow } from "./view/column-window.ts";
import { svgElement } from "./view/dom.ts";
import { createEdgeArrows, type EdgeArrows } from "./view/edge-arrows.ts";
import { createFrame, HEADER_HEIGHT_PX } from "./view/frame.ts";
import { createFlightSketch } from "./view/flight-sketch.ts";
import { createLinkLayer, type LinkLayer } from "./view/link-layer.ts";
import { createRingLayer } from "./view/ring-layer.ts";
import { createStripLayer, type StripLayer } from "./view/strips.ts";
import { createTreeGrid, type TreeGridView } from "./view/tree-grid.ts";

/** The chart's state together with the views that show it. Nothing here listens to input. */
export type Stage = {
  chart: Chart;
  gantt: WindowedGantt;
  views: Views;
  /** Sizes, axis and everything in the windows, anew. Keeps the day at the centre of the view, or the anchor. */
  layOut: (anchor?: ViewAnchor, rows?: { topRow?: number }) => void;
  /** The view or the tree-grid became wider or narrower: the day at the left edge stays, rows are not drawn anew. */
  resize: () => void;
  /** What the last scroll or resize brought into the windows. */
  paint: () => void;
  /** These rows have other contents; all rows stand where they stood. */
  redrawRows: (indexes: readonly number[]) => void;
  readViewport: () => void;
  setSelection: (ids: ReadonlySet<string>) => void;
  setEdits: (edits: ReadonlyMap<string, BarEdit>) => void;
  setHover: (index: number | null) => void;
  report: ViewReport;
};

/** A day, with its fraction, that stands so many pixels from the left edge of the view. */
export type ViewAnchor = { day: number; viewX: number };

type Views = {
  tree: TreeGridView;
  columns: ColumnWindow;
  bars: BarLayer;
  links: LinkLayer;
  strips: StripLayer;
  rings: ChunkedPaths;
  baselines: ChunkedPaths;
  arrows: EdgeArrows;
};

const LABEL_FONT_SIZE_PX = 11;

export function createStage(host: HTMLElement, options: GanttOptions): Stage {
  const chart = createChart(host, options);
  const { frame } = chart;
  const hatchId = frame.id("hatch");
  const gantt = createWindowedGantt(frame.drawing, {
    axis: chart.axis,
    metrics: rowMetrics(chart),
    hatchId,
    labelFont: labelFontOf(frame.root),
    hidesLabels: isStacked(chart),
  });
  addHatch(gantt.$svg, hatchId);
  const report = createViewReport(chart, () => {
    paint();
    views.tree.settle();
  });
  const views: Views = {
    tree: createTreeGrid(chart, report.settling),
    columns: createColumnWindow(chart, gantt.layers.grid),
    bars: createBarLayer(chart, gantt),
    links: createLinkLayer(chart, gantt.layers.arrow),
    strips: createStripLayer(chart),
    rings: createRingLayer(chart),
    baselines: createBaselineLayer(chart, gantt.layers.progress),
    arrows: createEdgeArrows(chart),
  };
  const sketch = createFlightSketch(chart);
  const down = createTravel();
  const sideways = createTravel();

  const readViewport = () => {
    const { scroller } = frame;
    const gridWidth = shownGridWidth(chart);
    if (gridWidth !== chart.options.gridWidth) chart.options = { ...chart.options, gridWidth };
    chart.viewport = {
      left: scroller.scrollLeft,
      top: scroller.scrollTop,
      width: Math.max(0, scroller.clientWidth - gridWidth),
      height: Math.max(0, scroller.clientHeight - HEADER_HEIGHT_PX),
    };
  };

  /** Reads which rows and days are drawn; true while the view flies past. */
  const readWindow = (): boolean => {
    const { rowHeight } = chart.options;
    const { left, top, height } = chart.viewport;
    const rowsPerFrame = down.to(top) / rowHeight;
    const pxPerFrame = sideways.to(left);
    chart.drawn = drawnRange(viewRangeOf(chart), pxPerFrame);
    if (isFlying(rowsPerFrame)) return true;
    const { count: rowCount } = chart.rows;
    chart.window = rowWindow({ scrollTop: top, viewHeight: height, rowHeight, rowCount, rowsPerFrame });
    return fliesSideways(pxPerFrame);
  };

  const paintRows = () => {
    views.tree.paint();
    views.bars.paint();
    views.links.paint();
    views.baselines.paint();
    views.strips.paint();
    views.rings.paint();
    views.arrows.paint();
  };

  const paint = () => {
    const flying = readWindow();
    report.moved();
    views.columns.paint();
    if (flying) return sketch.show();
    sketch.hide();
    paintRows();
  };

  const layOut = (anchor?: ViewAnchor, { topRow }: { topRow?: number } = {}) => {
    readViewport();
    const centreX = chart.viewport.width / 2;
    const { day, viewX } = anchor ?? { day: dayAt(chart.axis, chart.viewport.left + centreX), viewX: centreX };
    chart.axis = axisFor(chart);
    gantt.setDrawing({ axis: chart.axis, metrics: rowMetrics(chart), hidesLabels: isStacked(chart) });
    setSizes(chart, gantt);
    const left = Math.max(0, dayToX(chart.axis, day) - viewX);
    if (Math.abs(left - chart.viewport.left) >= 1) frame.scroller.scrollLeft = left;
    if (topRow !== undefined) frame.scroller.scrollTop = topRow * chart.options.rowHeight;
    readViewport();
    readWindow();
    report.moved();
    report.settling();
    views.tree.fitColumns();
    views.columns.redraw();
    views.tree.redraw();
    views.bars.redraw();
    views.links.setLinks();
    views.links.redraw();
    views.baselines.redraw();
    views.strips.paint();
    views.rings.redraw();
    views.arrows.redraw();
  };

  const resize = () => {
    const { left } = chart.viewport;
    const before = chart.axis;
    readViewport();
    const { originDay, endDay } = axisFor(chart);
    if (originDay !== before.originDay || endDay !== before.endDay)
      return layOut({ day: dayAt(before, left), viewX: 0 });
    setSizes(chart, gantt);
    views.tree.fitColumns();
    paint();
    report.settling();
  };

  const setEdits = (edits: ReadonlyMap<string, BarEdit>) => {
    const before = chart.edits;
    if (before.size === 0 && edits.size === 0) return;
    chart.edits = edits;
    const ids = new Set([...before.keys(), ...edits.keys()].filter((id) => before.get(id) !== edits.get(id)));
    const changed = [...ids].flatMap((id) => chart.rows.indexOf(id) ?? []);
    redrawBars(changed);
  };

  const redrawBars = (indexes: readonly number[]) => {
    views.bars.redrawRows(indexes);
    views.links.redrawRows(indexes);
    views.rings.redrawRows(indexes);
    views.arrows.redraw();
  };

  const redrawRows = (indexes: readonly number[]) => {
    views.tree.redraw();
    views.baselines.redrawRows(indexes);
    redrawBars(indexes);
  };

  return {
    chart,
    gantt,
    views,
    layOut,
    resize,
    paint,
    readViewport,
    report,
    redrawRows,
    setEdits,
    setSelection: (ids) => {
      chart.selection = ids;
      views.tree.paintSelection();
      views.strips.paint();
      views.rings.redraw();
    },
    setHover: (index) => {
      if (index === chart.hoverIndex) return;
      chart.hoverIndex = index;
      views.strips.paintHover();
      views.tree.paintHover();
    },
  };
}

function createChart(host: HTMLElement, options: GanttOptions): Chart {
  const chart: Chart = {
    frame: createFrame(host),
    options,
    askedScale: options.scale,
    askedGridWidth: options.gridWidth,
    pxPerDay: SCALE_SHAPES[options.scale].pxPerDay,
    reach: null,
    rows: createRowModel(options.rows),
    axis: { originDay: 0, endDay: 1, pxPerDay: 1, widthPx: 1 },
    viewport: { left: 0, top: 0, width: 0, height: 0 },
    window: { first: 0, end: 0 },
    drawn: { from: 0, to: 0 },
    selection: options.selectedIds,
    edits: new Map(),
    focusIndex: 0,
    hoverIndex: null,
    columnWidths: new Map(),
    lastRows: null,
  };
  chart.axis = axisFor(chart);
  return chart;
}

function axisFor(chart: Chart): TimeAxis {
  return createTimeAxis({
    scale: chart.options.scale,
    pxPerDay: chart.pxPerDay,
    reach: chart.reach,
    span: chart.rows.range,
    today: todayOf(chart),
    viewWidthPx: chart.viewport.width,
  });
}

function setSizes(chart: Chart, gantt: WindowedGantt): void {
  const { frame, options, axis } = chart;
  const { gridWidth, rowHeight } = options;
  const rowsHeight = chart.rows.count * rowHeight;
  const height = chartHeight(chart);
  const style = frame.root.style;
  style.setProperty("--gg-grid-width", `${gridWidth}px`);
  style.setProperty("--gg-time-width", `${axis.widthPx}px`);
  style.setProperty("--gg-view-width", `${chart.viewport.width + gridWidth}px`);
  style.setProperty("--gg-height", `${height}px`);
  style.setProperty("--gg-rows-height", `${rowsHeight}px`);
  style.setProperty("--gg-row", `${rowHeight}px`);
  frame.root.classList.toggle("is-stacked", isStacked(chart));
  frame.root.dataset["scale"] = options.scale;
  frame.root.lang = options.locale;
  frame.chart.setAttribute("aria-label", options.words.chart);
  for (const svg of [gantt.$svg, frame.overlay]) {
    svg.setAttribute("width", String(axis.widthPx));
    svg.setAttribute("height", String(height));
  }
}

function labelFontOf(root: HTMLElement): string {
  return `500 ${LABEL_FONT_SIZE_PX}px ${getComputedStyle(root).fontFamily}`;
}

/** Red diagonal lines for overdue tails. */
function addHatch(svg: SVGSVGElement, id: string): void {
  const defs = svgElement("defs", {});
  const pattern = svgElement(
    "pattern",
    { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    defs,
  );
  svgElement("rect", { class: "g-gantt-hatch-ground", width: 5, height: 5 }, pattern);
  svgElement("rect", { class: "g-gantt-hatch-line", width: 2, height: 5 }, pattern);
  svg.prepend(defs);
}

import Gantt, { type FrappeViewMode } from "#frappe-gantt";
import { barTop, type RowMetrics } from "../model/bar-box.ts";
import type { TimeAxis } from "../model/time-axis.ts";
import { svgElement } from "../view/dom.ts";
import { learnBarClass } from "./bar-class.ts";
import { toBarTask, type BarDrawing, type BarTask } from "./bar-task.ts";
import { createWindowedBarClass, type WindowedBar, type WindowedBarClass } from "./windowed-bar.ts";

/** What every bar of one chart is drawn with. */
export type DrawingContext = {
  axis: TimeAxis;
  metrics: RowMetrics;
  /** Id of the hatch of overdue tails, unique in the page. */
  hatchId: string;
  labelFont: string;
  hidesLabels: boolean;
  /** Pixels between where frappe-gantt puts a bar in its row and where ours goes. */
  offsetY: number;
};

const LAYERS = ["grid", "arrow", "progress", "bar"] as const;

const known: { barClass: WindowedBarClass | null } = { barClass: null };

/**
 * frappe-gantt as a drawing core: it owns the SVG and draws bars, of the rows that it is given and no others.
 * It knows one view (a day a column, as wide as the scale says), no header, no events, no popup, no scrolling.
 */
export class WindowedGantt extends Gantt {
  declare readonly drawing: DrawingContext;
  declare tasks: BarTask[];
  declare bars: WindowedBar[];

  /** The window only: no task is kept, indexed or linked here. */
  override setup_tasks(): void {
    this.tasks = [];
  }

  override setup_dates(): void {}

  override update_view_scale(mode: FrappeViewMode): void {
    super.update_view_scale(mode);
    this.config.header_height = 0;
  }

  override render(): void {
    for (const name of LAYERS) this.layers = { ...this.layers, [name]: svgElement("g", { class: name }, this.$svg) };
    this.bars = [];
  }

  /** The stock handlers know mice only, and one of them stays on the document for good. */
  override bind_events(): void {}

  override make_bars(): void {
    known.barClass ??= createWindowedBarClass(learnBarClass(Gantt.prototype));
    const Bar = known.barClass;
    this.bars = this.tasks.map((task) => new Bar(this, task));
  }

  /** Takes over another axis or other heights: bars made from now on follow them. */
  setDrawing(change: Partial<Omit<DrawingContext, "offsetY">>): void {
    const drawing = { ...this.drawing, ...change };
    const { rowHeight, barHeight } = drawing.metrics;
    // A line of one pixel is drawn half outside its rectangle: the rectangle is one pixel smaller than the bar.
    this.options.bar_height = barHeight - 1;
    this.options.padding = rowHeight - barHeight + 1;
    this.config.column_width = drawing.axis.pxPerDay;
    Object.assign(this, { drawing: { ...drawing, offsetY: barTop(drawing.metrics) - (rowHeight - barHeight) / 2 } });
  }

  /** Draws bars for these rows and inserts all of them at once. */
  drawBars(drawings: readonly BarDrawing[]): readonly WindowedBar[] {
    this.tasks = drawings.map(toBarTask);
    this.make_bars();
    this.layers.bar.append(...this.bars.map((bar) => bar.group));
    return this.bars;
  }
}

/** A chart without bars in `wrapper`. */
export function createWindowedGantt(wrapper: HTMLElement, drawing: Omit<DrawingContext, "offsetY">): WindowedGantt {
  const gantt = new WindowedGantt(wrapper, [], {
    infinite_padding: false,
    popup: false,
    today_button: false,
    upper_header_height: 0,
    lower_header_height: 0,
    bar_corner_radius: 3,
  });
  gantt.$popup_wrapper.remove();
  gantt.setDrawing(drawing);
  return gantt;
}

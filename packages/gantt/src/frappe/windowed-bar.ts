import type { FrappeBar } from "#frappe-gantt";
import { barBox, type Box } from "../model/bar-box.ts";
import { dayToX } from "../model/time-axis.ts";
import { placeLabel, type LabelPlacement } from "../model/label-placement.ts";
import type { PixelRange } from "../model/view-side.ts";
import { fitText } from "../view/text-measure.ts";
import { setAttributes, setOptionalAttribute, svgElement } from "../view/dom.ts";
import type { BarClass } from "./bar-class.ts";
import { tailWidthOf, type BarTask } from "./bar-task.ts";
import { milestonePath, summaryPath } from "./bar-shapes.ts";
import type { WindowedGantt } from "./windowed-gantt.ts";

export type WindowedBar = FrappeBar<BarTask> & {
  /** Puts the label where it can be read: a bar that begins left of the view keeps it in view. */
  followView: (view: PixelRange) => void;
};
export type WindowedBarClass = new (gantt: WindowedGantt, task: BarTask) => WindowedBar;

const LABEL_MOST_PX = 320;
const EDGE_PX = 3;

/**
 * frappe-gantt's bar without what makes a bar dear or dangerous: no markup, no listener, no animation, no layout for a
 * label, no date arithmetic in local time. Its geometry and its drawing order stay.
 */
export function createWindowedBarClass(StockBar: BarClass): WindowedBarClass {
  return class extends StockBar<BarTask> {
    declare readonly gantt: WindowedGantt;
    /** What the label was placed by last; undefined without a label. */
    declare label: { element: SVGTextElement; textWidth: number; at: LabelPlacement } | undefined;

    /** The stock one adds methods to SVGElement.prototype. */
    override prepare_helpers(): void {}

    override prepare_wrappers(): void {
      super.prepare_wrappers();
      this.group.replaceChildren();
      this.bar_group = this.group;
    }

    override refresh(): void {
      const { shape, category, alarm, muted, critical, span } = this.task.drawing;
      this.bar_group.replaceChildren();
      this.label = undefined;
      this.prepare_values();
      this.group.dataset["shape"] = shape;
      this.group.dataset["category"] = String(category);
      setOptionalAttribute(this.group, { name: "data-alarm", value: alarm });
      this.group.classList.toggle("is-muted", muted);
      this.group.classList.toggle("is-inverted", span.inverted);
      this.group.classList.toggle("is-critical", critical);
      this.draw();
    }

    override compute_x(): void {
      this.x = dayToX(this.gantt.drawing.axis, this.task.drawing.span.start) + 0.5;
    }

    override compute_y(): void {
      super.compute_y();
      this.y += this.gantt.drawing.offsetY;
    }

    override compute_duration(): void {
      const { start, end } = this.task.drawing.span;
      this.duration = end - start + 1;
    }

    override prepare_values(): void {
      super.prepare_values();
      this.width = Math.max(this.width - 1, 1);
    }

    override draw_bar(): void {
      const { shape, span, critical } = this.task.drawing;
      if (shape === "milestone") this.drawPath("g-gantt-milestone", milestonePath(this.box(), critical));
      else if (shape === "summary") this.drawPath("g-gantt-summary", summaryPath(this.box(), 100));
      else {
        super.draw_bar();
        this.$bar.replaceChildren();
        this.$bar.dataset["open"] = span.open;
      }
    }

    override draw_progress_bar(): void {
      const { shape, progress } = this.task.drawing;
      if (shape === "milestone") return;
      if (shape === "summary") {
        if (progress > 0) this.drawPath("g-gantt-summary-done", summaryPath(this.box(), progress));
        return;
      }
      const { x, y, width, height } = this;
      const parent = this.bar_group;
      if (progress > 0) {
        const doneWidth = Math.max((width - 1) * Math.min(progress, 100) * 0.01, 0);
        svgElement(
          "rect",
          { class: "bar-progress", x: x + 0.5, y: y + 0.5, width: doneWidth, height: height - 1, rx: 2 },
          parent,
        );
      }
      if (this.task.drawing.span.open !== "start") {
        svgElement(
          "rect",
          { class: "bar-edge", x: x - 0.5, y: y - 0.5, width: Math.min(EDGE_PX, width), height: height + 1, rx: 1.5 },
          parent,
        );
      }
      this.drawTail();
    }

    override draw_label(): void {
      const { shape, title } = this.task.drawing;
      if (shape === "summary" || this.gantt.drawing.hidesLabels) return;
      const { text, width } = fitText(title, { most: LABEL_MOST_PX, font: this.gantt.drawing.labelFont });
      const at = this.placeLabel(width);
      const { y, height } = this.box();
      const element = svgElement("text", { ...attributesOf(at), y: y + height / 2 }, this.bar_group);
      element.textContent = text;
      this.label = { element, textWidth: width, at };
    }

    followView(view: PixelRange): void {
      if (!this.label) return;
      const { element, textWidth, at } = this.label;
      const next = this.placeLabel(textWidth, view);
      if (next.x === at.x && next.anchor === at.anchor) return;
      this.label.at = next;
      if (next.anchor === at.anchor) element.setAttribute("x", String(next.x));
      else setAttributes(element, attributesOf(next));
    }

    override draw_resize_handles(): void {}

    private box(): Box {
      const { index, shape, span } = this.task.drawing;
      const { axis, metrics } = this.gantt.drawing;
      return barBox({ shape, span, index, axis, metrics });
    }

    private placeLabel(textWidth: number, view?: PixelRange): LabelPlacement {
      const { shape } = this.task.drawing;
      return placeLabel({ shape, box: this.box(), textWidth, tailWidth: this.tailWidth(), ...(view && { view }) });
    }

    private tailWidth(): number {
      return tailWidthOf(this.task.drawing, this.gantt.drawing.axis);
    }

    private drawTail(): void {
      const width = this.tailWidth();
      if (width < 3) return;
      const { x, y, height } = this;
      const fill = `url(#${this.gantt.drawing.hatchId})`;
      const left = x + this.width + 0.5;
      svgElement(
        "rect",
        { class: "bar-tail", x: left + 1, y: y + 3, width: width - 2, height: height - 6, rx: 1, fill },
        this.bar_group,
      );
    }

    private drawPath(name: string, path: string): void {
      svgElement("path", { class: name, d: path }, this.bar_group);
    }
  };
}

function attributesOf({ place, x, anchor }: LabelPlacement): Record<string, string | number> {
  return { class: `bar-label is-${place}`, x, "text-anchor": anchor };
}

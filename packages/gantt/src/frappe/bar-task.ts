import type { DayNumber } from "@gantry/schedule";
import type { FrappeTask } from "#frappe-gantt";
import type { GanttCategory, GanttShape } from "../types.ts";
import type { DaySpan } from "../model/row-model.ts";
import type { TimeAxis } from "../model/time-axis.ts";

/** Everything that is drawn of one row's bar. */
export type BarDrawing = {
  index: number;
  shape: Exclude<GanttShape, "none">;
  span: DaySpan;
  progress: number;
  category: GanttCategory;
  alarm: "danger" | "warning" | null;
  title: string;
  muted: boolean;
  /** On the critical path. */
  critical: boolean;
  /** Last day of the hatched tail of an overdue bar. */
  tailTo: DayNumber | null;
};

export type BarTask = FrappeTask & { drawing: BarDrawing };

const MS_PER_DAY = 86_400_000;

/**
 * A fresh copy of a row for frappe-gantt, which writes into what it is given. The id is ours (it becomes a class name
 * and a selector), the name is empty (it would be parsed as markup): the title is drawn as text by our bar.
 */
export function toBarTask(drawing: BarDrawing): BarTask {
  return {
    id: `r${drawing.index + 1}`,
    name: "",
    _index: drawing.index,
    _start: new Date(drawing.span.start * MS_PER_DAY),
    _end: new Date((drawing.span.end + 1) * MS_PER_DAY),
    progress: drawing.progress,
    dependencies: [],
    custom_class: "",
    drawing,
  };
}

/** Pixels that the tail of an overdue bar takes to its right. */
export function tailWidthOf({ span, tailTo }: Pick<BarDrawing, "span" | "tailTo">, { pxPerDay }: TimeAxis): number {
  return tailTo === null ? 0 : Math.max(0, tailTo - span.end) * pxPerDay;
}

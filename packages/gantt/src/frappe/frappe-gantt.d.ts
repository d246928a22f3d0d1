/** The part of frappe-gantt 1.2.2 that Gantry leans on; the package ships no types. */
export type FrappeTask = {
  id: string;
  name: string;
  _index: number;
  _start: Date;
  _end: Date;
  progress: number;
  dependencies: string[];
  custom_class: string;
};

export type FrappeViewMode = { name: string; step: string };

/** Not exported by the package; `make_bars` makes it. */
export declare class FrappeBar<Task extends FrappeTask = FrappeTask> {
  constructor(gantt: FrappeGantt, task: Task);
  readonly gantt: FrappeGantt;
  readonly task: Task;
  readonly group: SVGGElement;
  bar_group: SVGGElement;
  readonly handle_group: SVGGElement;
  $bar: SVGRectElement;
  x: number;
  y: number;
  width: number;
  height: number;
  duration: number;
  refresh(): void;
  prepare_wrappers(): void;
  prepare_helpers(): void;
  prepare_values(): void;
  compute_x(): void;
  compute_y(): void;
  compute_duration(): void;
  draw(): void;
  draw_bar(): void;
  draw_progress_bar(): void;
  draw_label(): void;
  draw_resize_handles(): void;
}

export default class FrappeGantt {
  constructor(wrapper: HTMLElement, tasks: FrappeTask[], options: Record<string, unknown>);
  readonly $svg: SVGSVGElement;
  readonly $container: HTMLElement;
  readonly $popup_wrapper: HTMLElement;
  options: { bar_height: number; padding: number; column_width: number };
  config: { column_width: number; header_height: number };
  tasks: FrappeTask[];
  bars: FrappeBar[];
  layers: Record<"grid" | "arrow" | "progress" | "bar", SVGGElement>;
  setup_tasks(tasks: FrappeTask[]): void;
  setup_dates(refresh?: boolean): void;
  update_view_scale(mode: FrappeViewMode): void;
  render(): void;
  bind_events(): void;
  make_bars(): void;
}

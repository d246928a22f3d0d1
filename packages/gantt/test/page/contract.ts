import Gantt from "#frappe-gantt";
import { learnBarClass } from "../../src/frappe/bar-class.ts";

/** What Gantry leans on in frappe-gantt, each as a plain sentence that is true of 1.2.2. */
export type Contract = { promise: string; holds: boolean }[];

declare global {
  var checkContract: () => Contract;
}

const GANTT_METHODS = [
  "setup_tasks",
  "setup_dates",
  "update_view_scale",
  "change_view_mode",
  "render",
  "bind_events",
  "make_bars",
  "trigger_event",
];
const BAR_METHODS = [
  "refresh",
  "prepare_wrappers",
  "prepare_helpers",
  "prepare_values",
  "compute_x",
  "compute_y",
  "compute_duration",
  "draw",
  "draw_bar",
  "draw_progress_bar",
  "draw_label",
  "draw_resize_handles",
];

globalThis.checkContract = () => {
  const contract: Contract = [];
  const promise = (sentence: string, holds: boolean) => contract.push({ promise: sentence, holds });
  const hasMethod = (prototype: object, name: string) => typeof Reflect.get(prototype, name) === "function";

  for (const name of GANTT_METHODS) promise(`Gantt has ${name}()`, hasMethod(Gantt.prototype, name));
  const Bar = learnBarClass(Gantt.prototype);
  promise("learning the class of a bar leaves Object.prototype as it was", !("action_completed" in {}));
  for (const name of BAR_METHODS) promise(`Bar has ${name}()`, hasMethod(Bar.prototype, name));

  const calls: string[] = [];
  class Recorded extends Gantt {
    override setup_tasks(): void {
      calls.push("setup_tasks");
      this.tasks = [];
    }
    override setup_dates(): void {
      calls.push("setup_dates");
    }
    override render(): void {
      calls.push("render");
    }
    override bind_events(): void {
      calls.push("bind_events");
    }
  }
  const host = document.createElement("div");
  document.body.append(host);
  const gantt = new Recorded(host, [], { popup: false, infinite_padding: false, bar_height: 15, padding: 13 });
  promise(
    "the constructor calls setup_tasks, setup_dates, render, bind_events, in that order",
    calls.join() === "setup_tasks,setup_dates,render,bind_events",
  );
  promise(
    "the constructor makes one svg in a container in the wrapper",
    host.querySelectorAll(":scope > .gantt-container > svg").length === 1,
  );
  promise("the popup's wrapper is at $popup_wrapper", gantt.$popup_wrapper.classList.contains("popup-wrapper"));
  promise("the column's width is config.column_width", typeof gantt.config.column_width === "number");

  gantt.config.column_width = 10;
  gantt.config.header_height = 0;
  const drawn: string[] = [];
  class Measured extends Bar {
    override prepare_helpers(): void {}
    override refresh(): void {
      this.prepare_values();
      this.draw();
    }
    override compute_x(): void {
      this.x = 100;
    }
    override compute_duration(): void {
      this.duration = 5;
    }
    override draw_progress_bar(): void {
      drawn.push("progress");
    }
    override draw_label(): void {
      drawn.push("label");
    }
    override draw_resize_handles(): void {
      drawn.push("handles");
    }
  }
  const day = new Date(0);
  const task = {
    id: "r4",
    name: "",
    _index: 3,
    _start: day,
    _end: day,
    progress: 0,
    dependencies: [],
    custom_class: "",
  };
  const bar = new Measured(gantt, task);
  promise("a bar is a group.bar-wrapper with its task's id", bar.group.matches('g.bar-wrapper[data-id="r4"]'));
  promise("a bar draws a rect.bar into bar_group", bar.bar_group.querySelector("rect.bar") === bar.$bar);
  promise("a bar is its duration times the column's width", bar.$bar.getAttribute("width") === "50");
  promise(
    "a bar stands at header + padding / 2 + index * (height + padding)",
    Number(bar.$bar.getAttribute("y")) === 13 / 2 + 3 * 28,
  );
  promise("a bar is as high as options.bar_height", bar.$bar.getAttribute("height") === "15");
  promise("a bar draws progress, label and handles after itself", drawn.join() === "progress,label,handles");
  promise(
    "the only child of rect.bar is the animation that Gantry removes",
    bar.$bar.children.length === 1 && bar.$bar.firstElementChild?.tagName === "animate",
  );
  const wrappers: string[] = [];
  class Wrapped extends Measured {
    override prepare_wrappers(): void {
      wrappers.push("prepare_wrappers");
      super.prepare_wrappers();
      wrappers.push([...this.group.children].map((child) => child.getAttribute("class")).join("+"));
      this.group.replaceChildren();
      this.bar_group = this.group;
    }
    override prepare_helpers(): void {
      wrappers.push("prepare_helpers");
    }
    override refresh(): void {
      wrappers.push("refresh");
      super.refresh();
    }
  }
  const flat = new Wrapped(gantt, task);
  promise(
    "a bar's constructor calls prepare_wrappers, prepare_helpers, refresh, in that order",
    wrappers.filter((name) => !name.includes("+")).join() === "prepare_wrappers,prepare_helpers,refresh",
  );
  promise(
    "prepare_wrappers makes bar-group and handle-group in the group",
    wrappers.includes("bar-group+handle-group"),
  );
  promise(
    "a bar draws into its own group where bar_group says so",
    flat.group.querySelector(":scope > rect.bar") !== null,
  );
  host.remove();
  return contract;
};

import PlainGantt from "#frappe-gantt";
import { GRID_WIDTH_PX } from "../bench-chart.ts";
import { publishChart } from "../page.ts";
import "./frappe-gantt.css";

const VIEW_MODES = { day: "Day", week: "Week", month: "Month" } as const;

/** frappe-gantt as it comes: no grid beside it, so that it gets the rest of the width. */
publishChart<{ tasks: readonly object[]; view_mode: string }>({
  bar: ".bar-wrapper",
  prepare: ({ items, links }, scale) => {
    const before = new Map(links.map(({ from, to }) => [to, from]));
    const tasks = items.map(({ id, title, start, end, progress }) => {
      return { id, name: title, start, end, progress, dependencies: before.get(id) ?? "" };
    });
    return { tasks, view_mode: VIEW_MODES[scale] };
  },
  open: (host, { tasks, view_mode }) => {
    host.style.paddingInlineStart = `${GRID_WIDTH_PX}px`;
    Reflect.construct(PlainGantt, [host, tasks, { container_height: 1_000, popup: false, view_mode }]);
    const scroller = host.querySelector(".gantt-container");
    return { scroller: () => scroller, close: () => host.replaceChildren() };
  },
});

import "dhtmlx-gantt/codebase/dhtmlxgantt.css";
import { gantt } from "dhtmlx-gantt";
import type { IsoDate } from "@gantry/schedule";
import { GRID_WIDTH_PX, PX_PER_DAY, ROW_HEIGHT_PX, type BenchScale } from "../bench-chart.ts";
import { publishChart } from "../page.ts";
import { FIRST_DAY, LAST_DAY, TODAY } from "../plan-data.ts";

const SCALES = {
  day: [
    { unit: "month", step: 1, format: "%F %Y" },
    { unit: "day", step: 1, format: "%j" },
  ],
  week: [
    { unit: "month", step: 1, format: "%F %Y" },
    { unit: "week", step: 1, format: "%W" },
  ],
  month: [
    { unit: "year", step: 1, format: "%Y" },
    { unit: "month", step: 1, format: "%F" },
  ],
} satisfies Record<BenchScale, unknown>;
const DAYS_PER_CELL = { day: 1, week: 7, month: 30 } as const satisfies Record<BenchScale, number>;

const atMidnight = (day: IsoDate, plusDays = 0) => {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + plusDays);
  return date;
};

publishChart({
  bar: ".gantt_task_line",
  prepare: ({ items, links }, scale) => ({
    scale,
    data: items.map(({ id, title, start, end, progress, person }) => ({
      id,
      text: title,
      person,
      start_date: atMidnight(start),
      end_date: atMidnight(end, 1),
      progress: progress / 100,
      open: true,
    })),
    links: links.map(({ id, from, to }) => ({ id, source: from, target: to, type: "0" })),
  }),
  open: (host, { scale, data, links }) => {
    host.style.height = "1000px";
    Object.assign(gantt.config, {
      scales: SCALES[scale],
      min_column_width: PX_PER_DAY[scale] * DAYS_PER_CELL[scale],
      row_height: ROW_HEIGHT_PX,
      bar_height: 16,
      grid_width: GRID_WIDTH_PX,
      start_date: atMidnight(FIRST_DAY),
      end_date: atMidnight(LAST_DAY),
      smart_rendering: true,
      show_errors: false,
      columns: ["text", "person", "progress", "start_date", "end_date", "duration"].map((name) => ({ name })),
    });
    gantt.init(host);
    gantt.parse({ data, links });
    gantt.showDate(atMidnight(TODAY));
    return {
      scroller: (axis) => host.querySelector(axis === "vertical" ? ".gantt_ver_scroll" : ".gantt_hor_scroll"),
      changeRow: (_index, { id, start, end }) => {
        Object.assign(gantt.getTask(id), { start_date: atMidnight(start), end_date: atMidnight(end, 1) });
        gantt.updateTask(id);
      },
      close: () => {
        gantt.clearAll();
        host.replaceChildren();
      },
    };
  },
});

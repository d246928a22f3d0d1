import "@svar-ui/react-gantt/all.css";
import { Gantt, Willow, type IApi } from "@svar-ui/react-gantt";
import type { IsoDate } from "@gantry/schedule";
import { createRoot } from "react-dom/client";
import { GRID_WIDTH_PX, PX_PER_DAY, ROW_HEIGHT_PX, type BenchScale } from "../bench-chart.ts";
import { publishChart } from "../page.ts";
import { FIRST_DAY, LAST_DAY } from "../plan-data.ts";

const SCALES = {
  day: [
    { unit: "month", step: 1, format: "%F %Y" },
    { unit: "day", step: 1, format: "%j" },
  ],
  week: [
    { unit: "month", step: 1, format: "%F %Y" },
    { unit: "week", step: 1, format: "%w" },
  ],
  month: [
    { unit: "year", step: 1, format: "%Y" },
    { unit: "month", step: 1, format: "%F" },
  ],
} as const satisfies Record<BenchScale, unknown>;
const DAYS_PER_CELL = { day: 1, week: 7, month: 30 } as const satisfies Record<BenchScale, number>;

const atMidnight = (day: IsoDate, plusDays = 0) => {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + plusDays);
  return date;
};

publishChart({
  bar: ".wx-bar",
  prepare: ({ items, links }, scale) => ({
    scale,
    tasks: items.map(({ title, start, end, progress, person }, index) => ({
      id: index + 1,
      text: title,
      person,
      start: atMidnight(start),
      end: atMidnight(end, 1),
      progress,
      type: "task",
    })),
    links: links.map(({ from, to }, id) => ({
      id: id + 1,
      source: Number(from.slice(1)) + 1,
      target: Number(to.slice(1)) + 1,
      type: "e2s" as const,
    })),
  }),
  open: (host, { scale, tasks, links }) => {
    const root = createRoot(host);
    const api: { current: IApi | null } = { current: null };
    root.render(
      <Willow fonts={false}>
        <div style={{ blockSize: "1000px" }}>
          <Gantt
            init={(made: IApi) => {
              api.current = made;
            }}
            tasks={tasks}
            links={links}
            scales={[...SCALES[scale]]}
            cellWidth={PX_PER_DAY[scale] * DAYS_PER_CELL[scale]}
            cellHeight={ROW_HEIGHT_PX}
            start={atMidnight(FIRST_DAY)}
            end={atMidnight(LAST_DAY)}
            columns={["text", "person", "progress", "start", "end", "duration"].map((id) => {
              return { id, header: id, width: GRID_WIDTH_PX / 6 };
            })}
          />
        </div>
      </Willow>,
    );
    return {
      scroller: (axis) => host.querySelector(axis === "vertical" ? ".wx-gantt" : ".wx-chart"),
      changeRow: (index, { start, end }) => {
        const task = { start: atMidnight(start), end: atMidnight(end, 1) };
        void api.current?.exec("update-task", { id: index + 1, task });
      },
      close: () => root.unmount(),
    };
  },
});

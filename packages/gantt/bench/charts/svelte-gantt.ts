import { MomentSvelteGanttDateAdapter, SvelteGantt, SvelteGanttDependencies, SvelteGanttTable } from "svelte-gantt";
import { toDayNumber, type IsoDate } from "@gantry/schedule";
import { GRID_WIDTH_PX, PX_PER_DAY, ROW_HEIGHT_PX, type BenchScale } from "../bench-chart.ts";
import { publishChart } from "../page.ts";
import { FIRST_DAY, LAST_DAY, TODAY } from "../plan-data.ts";

const MS_PER_DAY = 86_400_000;
const HEADERS = {
  day: [
    { unit: "month", format: "MMMM YYYY", sticky: true },
    { unit: "day", format: "D" },
  ],
  week: [
    { unit: "month", format: "MMMM YYYY", sticky: true },
    { unit: "week", format: "[W]w" },
  ],
  month: [
    { unit: "year", format: "YYYY", sticky: true },
    { unit: "month", format: "MMM" },
  ],
} satisfies Record<BenchScale, unknown>;

const instantOf = (day: IsoDate, plusDays = 0) => (toDayNumber(day) + plusDays) * MS_PER_DAY;

publishChart({
  bar: ".sg-task",
  prepare: ({ items, links }, scale) => ({
    scale,
    rows: items.map(({ title, person, start, end, progress }, index) => {
      return { id: index, label: title, person, start, end, progress: `${progress}%`, status: "◐" };
    }),
    tasks: items.map(({ title, start, end, progress }, index) => {
      return {
        id: index,
        resourceId: index,
        label: title,
        from: instantOf(start),
        to: instantOf(end, 1),
        amountDone: progress,
      };
    }),
    dependencies: links.map(({ from, to }, id) => ({ id, fromId: Number(from.slice(1)), toId: Number(to.slice(1)) })),
  }),
  open: (host, { scale, rows, tasks, dependencies }) => {
    const chart: unknown = Reflect.construct(SvelteGantt, [
      {
        target: host,
        props: {
          dateAdapter: new MomentSvelteGanttDateAdapter(formatterOf),
          rows,
          tasks,
          dependencies,
          from: instantOf(FIRST_DAY),
          to: instantOf(LAST_DAY),
          columnUnit: scale,
          columnOffset: 1,
          magnetUnit: "day",
          headers: HEADERS[scale],
          fitWidth: false,
          minWidth: (toDayNumber(LAST_DAY) - toDayNumber(FIRST_DAY)) * PX_PER_DAY[scale],
          rowHeight: ROW_HEIGHT_PX,
          tableWidth: GRID_WIDTH_PX,
          tableHeaders: ["label", "person", "status", "start", "end", "progress"].map((property) => {
            return { title: property, property, width: 66, type: "tree" };
          }),
          ganttTableModules: [SvelteGanttTable],
          ganttBodyModules: [SvelteGanttDependencies],
        },
      },
    ]);
    const scroller = host.querySelector(".sg-timeline-body") ?? host.querySelector(".main-container");
    if (scroller) scroller.scrollLeft = (toDayNumber(TODAY) - toDayNumber(FIRST_DAY)) * PX_PER_DAY[scale];
    return { scroller: () => scroller, close: () => callOf(chart, "$destroy") };
  },
});

function callOf(target: unknown, name: string): void {
  const method: unknown = typeof target === "object" && target !== null ? Reflect.get(target, name) : undefined;
  if (typeof method === "function") Reflect.apply(method, target, []);
}

/** Stands in for moment: the header asks for a format of an instant, no more. */
function formatterOf(instant: number | Date): { format: (pattern: string) => string } {
  const iso = new Date(instant).toISOString();
  return { format: (pattern) => (pattern === "D" ? iso.slice(8, 10) : iso.slice(0, 7)) };
}

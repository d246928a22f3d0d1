import "../../test/page/page.css";
import "../../src/gantt.css";
import { toDayNumber } from "@gantry/schedule";
import { createGantt } from "../../src/index.ts";
import type { GanttCategory, GanttColumn, GanttOptions, GanttRow } from "../../src/types.ts";
import { englishWords } from "../../test/page/words.ts";
import { GRID_WIDTH_PX, ROW_HEIGHT_PX } from "../bench-chart.ts";
import { publishChart } from "../page.ts";
import { TODAY, type PlanItem } from "../plan-data.ts";

const none = () => {};
const base = { align: "start", sort: null } as const;
const columns: readonly GanttColumn[] = [
  { ...base, id: "title", header: "Title", width: 160, cell: (row) => ({ text: row.title, icon: "icon-task" }) },
  {
    ...base,
    id: "person",
    header: "Person",
    width: 34,
    cell: (row) => ({ text: "", avatar: { initials: row.title.slice(0, 2), category: row.category } }),
  },
  { ...base, id: "status", header: "Status", width: 34, cell: () => ({ text: "", icon: "icon-half" }) },
  { ...base, id: "start", header: "Start", width: 50, cell: (row) => ({ text: row.start?.slice(5) ?? "" }) },
  { ...base, id: "end", header: "End", width: 50, cell: (row) => ({ text: row.end?.slice(5) ?? "" }) },
  {
    ...base,
    id: "done",
    header: "Done",
    width: 76,
    cell: (row) => ({ text: `${row.progress}%`, meter: row.progress }),
  },
];

publishChart<Pick<GanttOptions, "rows" | "links" | "scale">>({
  bar: ".bar-wrapper",
  prepare: ({ items, links }, scale) => ({
    rows: items.map(toRow),
    links: links.map((link) => ({ ...link, type: "FS", critical: false, broken: false })),
    scale,
  }),
  open: (host, input) => {
    let { rows } = input;
    const engine = createGantt(host, {
      ...input,
      columns,
      sprints: [],
      today: TODAY,
      locale: "en",
      words: englishWords,
      rowHeight: ROW_HEIGHT_PX,
      barHeight: 16,
      gridWidth: GRID_WIDTH_PX,
      dayKind: (day) => ((toDayNumber(day) + 3) % 7 > 4 ? "weekend" : "working"),
      selectedIds: new Set(),
      onBarsChange: none,
      onSelectionChange: none,
      onToggleRow: none,
      onOpenRow: none,
    });
    return {
      scroller: () => host.querySelector(".g-gantt-scroller"),
      changeRow: (index, item) => {
        rows = rows.with(index, toRow(item, index));
        engine.update({ rows });
      },
      close: engine.destroy,
    };
  },
});

function toRow(item: PlanItem, index: number): GanttRow {
  return {
    id: item.id,
    title: item.title,
    description: item.title,
    heading: false,
    shape: "bar",
    start: item.start,
    end: item.end,
    progress: item.progress,
    category: ((index % 8) + 1) as GanttCategory,
    level: 1,
    position: index + 1,
    siblings: 1,
    expandable: false,
    expanded: false,
    overdue: false,
    lockedReason: null,
    critical: false,
    baseline: null,
    muted: false,
  };
}

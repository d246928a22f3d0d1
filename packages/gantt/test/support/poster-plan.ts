import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { addDays, type IsoDate, toDayNumber, weekdayOf } from "@gantry/schedule";
import {
  layOutPoster,
  type LayoutInput,
  posterDaysOff,
  posterHead,
  posterSpan,
  type PosterData,
  type PosterLayout,
  type PosterRow,
} from "../../src/poster/index.ts";
import type { GanttCategory, GanttLink } from "../../src/types.ts";

const require = createRequire(import.meta.url);
export const TODAY: IsoDate = "2026-11-22";

/** Reads a slice of the font from the package, as a server would send it. */
export async function readSlice(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = require.resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-${name}-400-normal.woff`);
  return new Uint8Array(await readFile(file));
}

const TITLES = [
  "登录页面改版",
  "Move the ledger",
  "数据迁移演练",
  "Rate limits for partners",
  "对账报表导出",
  "Card freeze 卡片冻结",
];

/** A row in a tree of one parent to nine children; every kind of mark occurs. */
export function posterRow(index: number, overrides: Partial<PosterRow> = {}): PosterRow {
  const isParent = index % 10 === 0;
  const start = addDays("2026-10-05", (index * 7) % 160);
  const end = addDays(start, isParent ? 40 : (index * 3) % 17);
  const title = `${index + 1}. ${TITLES[index % TITLES.length] ?? ""}`;
  const overdue = !isParent && end < TODAY && index % 4 === 1;
  return {
    id: String(index + 1),
    title,
    description: "",
    heading: false,
    shape: isParent ? "summary" : index % 13 === 5 ? "milestone" : "bar",
    start,
    end,
    progress: (index * 13) % 101,
    category: (((index * 5) % 8) + 1) as GanttCategory,
    level: isParent ? 1 : 2,
    position: 1,
    siblings: 1,
    expandable: isParent,
    expanded: isParent,
    overdue,
    lockedReason: null,
    critical: index % 11 === 4,
    baseline: index % 9 === 3 ? { start: addDays(start, -5), end: addDays(end, -4) } : null,
    muted: false,
    cells: [
      { text: title, icon: "icon-task", iconCategory: 7 },
      { text: String(9_191_000 + index), tone: "muted" },
      { text: index % 2 === 0 ? "进行中" : "New", tone: "muted" },
      { text: start.slice(5) },
      { text: end.slice(5), tone: overdue ? "danger" : "default" },
      { text: `${(index * 13) % 101}%`, meter: (index * 13) % 101 },
    ],
    ...overrides,
  };
}

export function posterRows(count: number): PosterRow[] {
  return Array.from({ length: count }, (_, index) => posterRow(index));
}

export type PosterPlan = { data: PosterData; layout: PosterLayout };

/** A plan laid out and worded, ready to be drawn. */
export function posterPlan(
  rows: readonly PosterRow[],
  choice: Pick<LayoutInput, "sheet" | "scale"> & { fitWidth?: boolean; title?: string },
): PosterPlan {
  const columns: PosterData["columns"] = [
    { header: "Title", width: 260, align: "start" },
    { header: "No.", width: 58, align: "start" },
    { header: "状态", width: 70, align: "start" },
    { header: "Start", width: 50, align: "start" },
    { header: "End", width: 50, align: "start" },
    { header: "Progress", width: 84, align: "start" },
  ];
  const sprints: PosterData["sprints"] = [
    { id: "1", name: "Sprint 11", start: "2026-11-02", end: "2026-11-15", current: false },
    { id: "2", name: "迭代 12", start: "2026-11-16", end: "2026-11-29", current: true },
  ];
  const layout = layOutPoster({
    rowCount: rows.length,
    span: posterSpan(rows, TODAY),
    today: toDayNumber(TODAY),
    hasSprints: true,
    columnWidths: columns.map(({ width }) => width),
    sheet: choice.sheet,
    scale: choice.scale,
    fitWidth: choice.fitWidth ?? false,
  });
  const count = layout.pageRows.length * layout.pageColumns.length;
  const data: PosterData = {
    title: choice.title ?? "Release 4.2 发布计划",
    subtitle: `Mobile banking · ${rows.length} work items`,
    madeOn: "22 November 2026",
    locale: "en",
    rows,
    links: linksOf(rows),
    columns,
    sprints,
    today: TODAY,
    daysOff: posterDaysOff(layout, (day) =>
      day === "2027-01-01" ? "holiday" : weekdayOf(day) % 6 === 0 ? "weekend" : "working",
    ),
    head: posterHead(layout, WORDS),
    legend: [
      { name: "New", category: 8 },
      { name: "进行中", category: 1 },
      { name: "Done", category: 3 },
    ],
    icons: { "icon-task": { line: TASK_ICON } },
    words: { today: "Today 22", overdue: "Overdue", critical: "Critical", baseline: "Baseline" },
    pageTexts: Array.from({ length: count }, (_, index) => `Page ${index + 1} of ${count}`),
  };
  return { data, layout };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const monthOf = (day: IsoDate) => MONTHS[Number(day.slice(5, 7)) - 1] ?? "";
const WORDS = {
  month: (day: IsoDate) => `${monthOf(day)} ${day.slice(0, 4)}`,
  year: (day: IsoDate) => day.slice(0, 4),
  quarter: (day: IsoDate) => `Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`,
  week: (day: IsoDate) => `W${Math.ceil(Number(day.slice(8)) / 7)}`,
  shortDay: (day: IsoDate) => `${Number(day.slice(8))} ${monthOf(day)}`,
  dayOfMonth: (day: IsoDate) => String(Number(day.slice(8))),
};

const TASK_ICON =
  "M4.4 2.4h7.2a2 2 0 0 1 2 2v7.2a2 2 0 0 1 -2 2h-7.2a2 2 0 0 1 -2 -2v-7.2a2 2 0 0 1 2 -2zM5.4 8.1l1.9 1.9 3.4-3.9";

function linksOf(rows: readonly PosterRow[]): GanttLink[] {
  return rows.flatMap((row, index): GanttLink[] => {
    const next = rows[index + 2];
    if (index % 5 !== 1 || !next) return [];
    const critical = index % 10 === 1;
    return [{ id: `l${index}`, from: row.id, to: next.id, type: "FS", critical, broken: index % 15 === 11 }];
  });
}

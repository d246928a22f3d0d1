import { toDayNumber, type IsoDate } from "@gantry/schedule";
import { createGantt } from "../../src/index.ts";
import type {
  GanttBarChange,
  GanttColumn,
  GanttEngine,
  GanttHit,
  GanttLinkDraft,
  GanttOptions,
  GanttPlace,
  GanttRow,
  GanttScale,
  GanttViewport,
} from "../../src/types.ts";
import { denseColumns, denseLinks, denseRows, holidays } from "./dense-plan.ts";
import { family, manyLinks, manyRows } from "./rows.ts";
import { englishWords } from "./words.ts";

/** What a test may say about a chart; it travels as JSON. */
export type ChartSpec = Partial<
  Pick<
    GanttOptions,
    "rows" | "links" | "sprints" | "scale" | "today" | "rowHeight" | "barHeight" | "gridWidth" | "place" | "locale"
  >
> & {
  rowCount?: number;
  /** A parent "p" and so many children c0, c1, …, all with bars on the same days: made in the page, whatever their number. */
  childCount?: number;
  /** So many rows that have everything a row can have, six columns, and holidays. */
  denseCount?: number;
  selected?: readonly string[];
  /** Links can be drawn and opened. */
  linking?: boolean;
  /** Links to this row are refused in these words. */
  refuseLinksTo?: { id: string; reason: string };
  /** The columns, in this order and with these widths and sort directions; an id that is unknown makes a plain column. */
  columns?: readonly ColumnSpec[];
};

export type ColumnSpec = { id: string } & Partial<Pick<GanttColumn, "header" | "width" | "sort" | "headerHidden">>;

export type ChartEvents = {
  changes: (readonly GanttBarChange[])[];
  selections: (readonly string[])[];
  toggled: { id: string; expanded: boolean }[];
  opened: string[];
  widths: number[];
  rests: GanttPlace[];
  views: GanttViewport[];
  sorts: string[];
  moves: { id: string; toIndex: number }[];
  resizes: { id: string; width: number }[];
  scales: GanttScale[];
  refused: string[];
  linked: GanttLinkDraft[];
  linksOpened: string[];
};

export type Harness = {
  open: (spec: ChartSpec) => void;
  update: (spec: ChartSpec) => void;
  /** As the caller does it: new rows, of which one is another object. */
  updateRow: (index: number, row: GanttRow) => void;
  close: () => void;
  engine: () => GanttEngine;
  events: ChartEvents;
  hitTest: (clientX: number, clientY: number) => GanttHit | null;
};

/** A day that no calendar has is shown as it came. */
function shortDay(day: IsoDate | null): string {
  if (day === null) return "";
  try {
    return englishWords.shortDay(day);
  } catch {
    return day;
  }
}

const columns: readonly GanttColumn[] = [
  {
    id: "title",
    header: "Title",
    width: 200,
    align: "start",
    sort: null,
    cell: (row: GanttRow) => ({ text: row.title, icon: `icon-${row.shape}` }),
  },
  {
    id: "person",
    header: "Person",
    width: 34,
    align: "start",
    sort: null,
    cell: (row: GanttRow) => ({
      text: "",
      avatar:
        row.shape === "milestone" ? null : { initials: row.title.slice(0, 2).toUpperCase(), category: row.category },
    }),
  },
  {
    id: "start",
    header: "Start",
    width: 56,
    align: "start",
    sort: null,
    cell: (row: GanttRow) => ({ text: shortDay(row.start) }),
  },
  {
    id: "end",
    header: "End",
    width: 56,
    align: "start",
    sort: null,
    cell: (row: GanttRow) => ({
      text: shortDay(row.end),
      ...(row.overdue && { tone: "danger" as const }),
    }),
  },
  {
    id: "progress",
    header: "Progress",
    width: 88,
    align: "start",
    sort: null,
    cell: (row: GanttRow) => ({ text: `${row.progress}%`, meter: row.progress }),
  },
];

function toColumn(spec: ColumnSpec): GanttColumn {
  const known = columns.find(({ id }) => id === spec.id);
  const plain = {
    header: spec.id,
    width: 80,
    align: "start",
    sort: null,
    cell: (row: GanttRow) => ({ text: row.id }),
  } as const;
  return { ...plain, ...known, ...spec };
}

const kindOfWeekday = (day: IsoDate) => ((((toDayNumber(day) + 3) % 7) + 7) % 7 > 4 ? "weekend" : "working");

/** Opens charts for tests and writes down what they call. The caller's part is played as the product plays it: selection comes back as an update. */
export function createHarness(host: HTMLElement): Harness {
  let engine: GanttEngine | null = null;
  let rows: readonly GanttRow[] = [];
  const events: ChartEvents = {
    changes: [],
    selections: [],
    toggled: [],
    opened: [],
    widths: [],
    rests: [],
    views: [],
    sorts: [],
    moves: [],
    resizes: [],
    scales: [],
    refused: [],
    linked: [],
    linksOpened: [],
  };

  const fromSpec = ({
    rowCount,
    childCount,
    denseCount,
    selected,
    columns: specs,
    linking,
    refuseLinksTo,
    ...spec
  }: ChartSpec): Partial<GanttOptions> => ({
    ...(rowCount !== undefined && { rows: manyRows(rowCount), links: manyLinks(rowCount) }),
    ...(denseCount !== undefined && {
      rows: denseRows(denseCount),
      links: denseLinks(denseCount),
      columns: denseColumns,
      dayKind: (day: IsoDate) => holidays[day] ?? kindOfWeekday(day),
    }),
    ...(childCount !== undefined && { rows: family(childCount) }),
    ...(selected && { selectedIds: new Set(selected) }),
    ...(linking && {
      onLinkDraw: (draft: GanttLinkDraft) => events.linked.push(draft),
      onLinkOpen: (id: string) => events.linksOpened.push(id),
    }),
    ...(refuseLinksTo && {
      linkRefusal: ({ to }: GanttLinkDraft) => (to === refuseLinksTo.id ? refuseLinksTo.reason : null),
    }),
    ...(specs && { columns: specs.map(toColumn) }),
    ...spec,
  });

  return {
    events,
    engine: () => {
      if (!engine) throw new Error("No chart is open");
      return engine;
    },
    update: (spec) => engine?.update(fromSpec(spec)),
    updateRow: (index, changed) => {
      rows = rows.with(index, changed);
      engine?.update({ rows });
    },
    hitTest: (clientX, clientY) => engine?.hitTest(clientX, clientY) ?? null,
    close: () => {
      engine?.destroy();
      engine = null;
    },
    open: (spec) => {
      engine?.destroy();
      for (const list of Object.values(events)) list.length = 0;
      rows = spec.rows ?? [];
      engine = createGantt(host, {
        rows: [],
        links: [],
        sprints: [],
        columns,
        scale: "week",
        today: "2026-04-15",
        locale: "en",
        words: englishWords,
        rowHeight: 28,
        barHeight: 16,
        gridWidth: 400,
        dayKind: kindOfWeekday,
        selectedIds: new Set(),
        onBarsChange: (changes) => events.changes.push(changes),
        onSelectionChange: (ids) => {
          events.selections.push([...ids]);
          engine?.update({ selectedIds: ids });
        },
        onToggleRow: (id, expanded) => events.toggled.push({ id, expanded }),
        onOpenRow: (id) => events.opened.push(id),
        onGridWidthChange: (width) => events.widths.push(width),
        onScaleChange: (scale) => {
          events.scales.push(scale);
          engine?.update({ scale });
        },
        onRefused: (reason) => events.refused.push(reason),
        onViewRest: (view) => events.rests.push(view),
        onViewMove: (view) => events.views.push(view),
        onColumnSort: (id) => events.sorts.push(id),
        onColumnMove: (id, toIndex) => events.moves.push({ id, toIndex }),
        onColumnResize: (id, width) => events.resizes.push({ id, width }),
        ...fromSpec(spec),
      });
    },
  };
}

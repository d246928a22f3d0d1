import { COLUMN_KEYS, type ColumnKey, toList } from "./overview-search.ts";

export type OverviewColumn = {
  key: ColumnKey;
  align: "start" | "end";
  /** Pixels; of the span column the least, since it takes what the others leave. */
  width: number;
};

const COLUMNS: Record<ColumnKey, Omit<OverviewColumn, "key">> = {
  name: { align: "start", width: 204 },
  project: { align: "start", width: 122 },
  type: { align: "start", width: 92 },
  creator: { align: "start", width: 112 },
  people: { align: "start", width: 124 },
  health: { align: "start", width: 222 },
  items: { align: "end", width: 54 },
  done: { align: "end", width: 90 },
  overdue: { align: "end", width: 66 },
  unscheduled: { align: "end", width: 90 },
  unassigned: { align: "end", width: 88 },
  blocked: { align: "end", width: 66 },
  start: { align: "start", width: 180 },
  updated: { align: "start", width: 68 },
};

/** Always shown, and first. */
const FIXED: ColumnKey = "name";
/** Which columns leave first where there is too little room; none after these do. */
const LEAVE_FIRST: readonly ColumnKey[] = [
  "type",
  "creator",
  "updated",
  "unscheduled",
  "unassigned",
  "items",
  "people",
  "blocked",
  "start",
  "project",
  "overdue",
  "done",
];
/** Of the menu at the end of each row. */
export const MENU_WIDTH_PX = 40;

/** Columns that can be chosen, in their usual order. */
export const CHOOSABLE: readonly ColumnKey[] = COLUMN_KEYS.filter((key) => key !== FIXED);

/** The columns of the table in order, as many of the chosen ones (all, unless some were chosen) as there is room for. */
export function toColumns(options: {
  chosen: readonly string[] | undefined;
  /** Pixels. */
  room: number;
  /** Under heads of projects the column of projects says nothing. */
  isGrouped: boolean;
}): OverviewColumn[] {
  const { chosen, room, isGrouped } = options;
  const wanted = COLUMN_KEYS.filter((key) => {
    if (key === FIXED) return true;
    if (key === "project" && isGrouped && chosen === undefined) return false;
    return chosen === undefined || chosen.includes(key);
  });
  const shown = new Set(wanted);
  const widthNow = () => MENU_WIDTH_PX + [...shown].reduce((sum, key) => sum + COLUMNS[key].width, 0);
  for (const key of LEAVE_FIRST) {
    if (widthNow() <= room) break;
    shown.delete(key);
  }
  const spare = Math.max(0, room - widthNow());
  const nameWidth = COLUMNS.name.width + Math.min(MOST_NAME_GROWTH_PX, Math.round(spare * NAME_SHARE));
  return wanted
    .filter((key) => shown.has(key))
    .map((key) => ({ key, ...COLUMNS[key], ...(key === FIXED && { width: nameWidth }) }));
}

/** Of what is left over the name takes some, the span the rest. */
const NAME_SHARE = 0.4;
const MOST_NAME_GROWTH_PX = 120;

/** What the address and the settings hold of a choice; no column at all is `none`. */
export function fromColumns(keys: readonly ColumnKey[]): string {
  return keys.length === 0 ? "none" : COLUMN_KEYS.filter((key) => keys.includes(key)).join(",");
}

/** The chosen columns; undefined = as Gantry chooses. */
export function chosenColumns(text: string | undefined): ColumnKey[] | undefined {
  if (text === undefined) return undefined;
  const named = toList(text);
  return CHOOSABLE.filter((key) => named.includes(key));
}

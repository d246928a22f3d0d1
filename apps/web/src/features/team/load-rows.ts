import type { Load, LoadCell, LoadPerson, LoadWeek, Person, WorkSum } from "@gantry/api-contract";
import { HOURS_A_DAY } from "@gantry/schedule";

/** Less than this above capacity is no overload: hours show whole. */
const SLACK_HOURS = 0.5;
const FAR_OVER = 1.2;

/** Grounds of a cell, from free to far too much; 4 is up to capacity. */
export type Heat = 0 | 1 | 2 | 3 | 4 | "over" | "far-over";

export type WeekColumn = LoadWeek & { /** Index in the answer. */ index: number; capacity: number };

export type RowCell = {
  week: WeekColumn;
  items: number;
  hours: number;
  withoutHours: number;
  overdue: number;
  /** Whole hours above capacity; 0 while it fits, and always for nobody's work. */
  tooMany: number;
  heat: Heat;
};

export type LoadRow = {
  person: Person | null;
  plans: number;
  /** Of the weeks that show. */
  hours: number;
  cells: readonly RowCell[];
  isOverloaded: boolean;
  /** Has open work on any plan, in whichever weeks. */
  isBusy: boolean;
  /** Has none in the weeks that show. */
  isFree: boolean;
};

/** Which people show, by what they have to do. */
export type ShownPeople = "everyone" | "busy" | "overloaded" | "free";

export type FootCell = { week: WeekColumn; hours: number; items: number; capacity: number };

export type LoadTable = {
  columns: readonly WeekColumn[];
  rows: readonly LoadRow[];
  /** What nobody has yet; null where there is none. */
  nobody: LoadRow | null;
  foot: readonly FootCell[];
  unscheduled: WorkSum;
  /** People before search and filter. */
  people: number;
};

export type TableOptions = {
  /** Index of the first week, and how many show. */
  first: number;
  count: number;
  search: string;
  show: ShownPeople;
  compare: (left: string, right: string) => number;
};

/** The weeks in view as rows of cells, people in order of their names. */
export function toTable(load: Load, options: TableOptions): LoadTable {
  const columns = load.weeks
    .map((week, index) => ({ ...week, index, capacity: capacityOf(week) }))
    .slice(options.first, options.first + options.count);
  const all = load.people.map((one) => toRow(one, columns));
  const needle = options.search.trim().toLocaleLowerCase();
  const people = all
    .filter(({ person }) => person !== null)
    .toSorted((left, right) => options.compare(left.person?.name ?? "", right.person?.name ?? ""));
  const rows = people.filter(
    (row) => (row.person?.name ?? "").toLocaleLowerCase().includes(needle) && isShown(row, options.show),
  );
  // What nobody has yet is work too.
  const isFiltered = needle !== "" || options.show === "overloaded" || options.show === "free";
  return {
    columns,
    rows,
    nobody: isFiltered ? null : (all.find(({ person }) => person === null) ?? null),
    foot: columns.map((week, at) => ({
      week,
      hours: sum(rows.map(({ cells }) => cells[at]?.hours ?? 0)),
      items: sum(rows.map(({ cells }) => cells[at]?.items ?? 0)),
      capacity: rows.length * week.capacity,
    })),
    unscheduled: load.people.reduce((total, { unscheduled }) => addSums(total, unscheduled), NO_WORK),
    people: people.length,
  };
}

function isShown({ isBusy, isOverloaded, isFree }: LoadRow, show: ShownPeople): boolean {
  switch (show) {
    case "everyone":
      return true;
    case "busy":
      return isBusy;
    case "overloaded":
      return isOverloaded;
    case "free":
      return isFree;
  }
}

export function capacityOf(week: Pick<LoadWeek, "workingDays">): number {
  return week.workingDays * HOURS_A_DAY;
}

/** Whole hours above capacity; 0 while it fits. */
export function hoursTooMany(hours: number, capacity: number): number {
  return hours - capacity < SLACK_HOURS ? 0 : Math.max(1, Math.round(hours) - Math.round(capacity));
}

/** Which ground shows so many hours; work that has no hours shows as little. */
export function heatOf({ hours, items, capacity }: { hours: number; items: number; capacity: number }): Heat {
  if (items === 0) return 0;
  if (hoursTooMany(hours, capacity) > 0) return hours > capacity * FAR_OVER ? "far-over" : "over";
  const ratio = capacity === 0 ? 0 : hours / capacity;
  if (ratio <= 0.4) return 1;
  if (ratio <= 0.7) return 2;
  return ratio <= 0.9 ? 3 : 4;
}

/** Grounds by number of items, for teams that plan without hours. */
export function heatOfItems(items: number): Heat {
  if (items === 0) return 0;
  if (items <= 2) return 1;
  if (items <= 5) return 2;
  return items <= 9 ? 3 : 4;
}

const NO_WORK: WorkSum = { items: 0, hours: 0, withoutHours: 0 };

function toRow({ person, plans, cells }: LoadPerson, columns: readonly WeekColumn[]): LoadRow {
  const byWeek = new Map<number, LoadCell>(cells.map((cell) => [cell.week, cell]));
  const shown = columns.map((week): RowCell => {
    const { hours, items, withoutHours, overdue } = byWeek.get(week.index) ?? { ...NO_WORK, overdue: 0 };
    const isSomebodys = person !== null;
    return {
      week,
      hours,
      items,
      withoutHours,
      overdue,
      tooMany: isSomebodys ? hoursTooMany(hours, week.capacity) : 0,
      heat: isSomebodys ? heatOf({ hours, items, capacity: week.capacity }) : 0,
    };
  });
  return {
    person,
    plans,
    hours: sum(shown.map(({ hours }) => hours)),
    cells: shown,
    isOverloaded: shown.some(({ tooMany }) => tooMany > 0),
    isBusy: plans > 0,
    isFree: shown.every((cell) => cell.items === 0),
  };
}

function addSums(left: WorkSum, right: WorkSum): WorkSum {
  return {
    items: left.items + right.items,
    hours: left.hours + right.hours,
    withoutHours: left.withoutHours + right.withoutHours,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

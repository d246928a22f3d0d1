import type { IsoDate } from "@gantry/api-contract";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import type { RowCell, WeekColumn } from "./load-rows.ts";

export type Saying = { words: Words; format: Format };

/** Hours as they show: whole, below ten with one decimal. */
export function sayHours(hours: number, format: Format): string {
  const rounded = hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours);
  return format.number(rounded);
}

/** How much of a week is taken: never above 100 % where it fits. */
export function sayShare(
  { hours, capacity, tooMany }: { hours: number; capacity: number; tooMany: number },
  format: Format,
): string {
  const percent = capacity === 0 ? 0 : (hours / capacity) * 100;
  return format.percent(tooMany > 0 ? percent : Math.min(100, percent));
}

/** A cell in full: "Sun Yue, week of 20 April 2026: 58 of 40 hours, 18 too many, 8 items". */
export function sayCell(cell: RowCell, { person, ...saying }: Saying & { person: string | null }): string {
  const { words, format } = saying;
  const said = words.team.cell;
  const isNobodys = person === null;
  const hours = sayHours(cell.hours, format);
  const parts = [
    isNobodys ? said.sayHoursOnly(hours) : said.sayHours(hours, format.number(cell.week.capacity)),
    cell.tooMany > 0 ? said.sayTooMany(cell.tooMany) : cell.items === 0 ? said.sayFree : "",
    cell.items > 0 ? said.items(cell.items) : "",
    cell.overdue > 0 ? said.overdue(cell.overdue) : "",
    cell.withoutHours > 0 ? said.withoutHours(cell.withoutHours) : "",
  ].filter(Boolean);
  const load = parts.join(words.common.comma);
  return said.name(person ?? words.team.nobody, format.longDay(cell.week.start), load);
}

/** What stands over a column, for screen readers: the week, what it holds, and what is special about it. */
export function sayColumn(week: WeekColumn, { words, format }: Saying): string {
  const said = words.team.week;
  return [
    said.columnName(format.longDay(week.start), format.number(week.capacity)),
    week.index === 0 ? said.currentName : "",
    week.isShort ? said.shortName : "",
  ]
    .filter(Boolean)
    .join(words.common.comma);
}

/** Start and end of an item, as far as it has them. */
export function sayDates(
  { start, end }: { start: IsoDate | null; end: IsoDate | null },
  { words, format, today }: Saying & { today: IsoDate },
): string {
  const said = words.team.panel;
  const day = (date: IsoDate) => format.day(date, { near: today });
  if (start === null || end === null || start === end) {
    const only = start ?? end;
    return only === null ? said.noDates : day(only);
  }
  return said.dates(day(start), day(end));
}

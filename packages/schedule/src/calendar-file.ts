import { addDays, type IsoDate } from "./days.ts";

/** Something that takes whole days. */
export type CalendarEvent = {
  /** Never changes, whatever else does. */
  uid: string;
  /** First and last day, both inclusive; may be inverted, and either may be missing, but not both. */
  days: { start: IsoDate | null; end: IsoDate | null };
  summary: string;
  description?: string;
  category?: string;
  url?: string;
  /** When this was written down, epoch ms. */
  writtenAt: number;
  createdAt: number | null;
  updatedAt: number | null;
};

const MOST_OCTETS = 75;
const LAST_DAY: IsoDate = "9999-12-31";
const encoder = new TextEncoder();

/** How an iCalendar file begins (RFC 5545). @param refreshHours how often a feed's readers shall look again */
export function calendarStart({ name, refreshHours }: { name: string; refreshHours?: number }): string {
  return toLines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Gantry//Plan//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${toText(name)}`,
    ...(refreshHours === undefined
      ? []
      : [`REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`, `X-PUBLISHED-TTL:PT${refreshHours}H`]),
  ]);
}

/** One whole-day event of an iCalendar file. */
export function calendarEvent(event: CalendarEvent): string {
  const [start, end] = daysOf(event.days);
  const { createdAt, updatedAt } = event;
  const changedAt = updatedAt ?? createdAt;
  return toLines([
    "BEGIN:VEVENT",
    `UID:${toText(event.uid)}`,
    `DTSTAMP:${toInstant(event.writtenAt)}`,
    ...(createdAt === null ? [] : [`CREATED:${toInstant(createdAt)}`]),
    ...(changedAt === null ? [] : [`LAST-MODIFIED:${toInstant(changedAt)}`]),
    `SEQUENCE:${sequenceOf(event)}`,
    `DTSTART;VALUE=DATE:${toDay(start)}`,
    // The end is the first day after; the calendar's last day has none, and an event without an end is one day.
    ...(end === LAST_DAY ? [] : [`DTEND;VALUE=DATE:${toDay(addDays(end, 1))}`]),
    `SUMMARY:${toText(event.summary)}`,
    ...(event.description === undefined ? [] : [`DESCRIPTION:${toText(event.description)}`]),
    ...(event.category === undefined ? [] : [`CATEGORIES:${toText(event.category)}`]),
    ...(event.url === undefined ? [] : [`URL:${event.url}`]),
    // A plan's bar says what is worked on, not that nobody can be met.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
}

export const calendarEnd = "END:VCALENDAR\r\n";

/** Inclusive; one day where a date is missing, the days between where the end comes first. */
function daysOf({ start, end }: CalendarEvent["days"]): [IsoDate, IsoDate] {
  const first = start ?? end ?? LAST_DAY;
  const last = end ?? start ?? LAST_DAY;
  return last < first ? [last, first] : [first, last];
}

/** Grows with every change: whole seconds from the making to the last change. */
function sequenceOf({ createdAt, updatedAt }: CalendarEvent): number {
  return createdAt === null || updatedAt === null ? 0 : Math.max(0, Math.floor((updatedAt - createdAt) / 1000));
}

/** A text value: what has a meaning in the format is escaped, control characters are left out (RFC 5545, 3.3.11). */
function toText(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(/\r\n|\r|\n/g, "\\n")
    .replaceAll(/[;,]/g, (mark) => `\\${mark}`)
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, "");
}

/** "20261122T074100Z". */
function toInstant(at: number): string {
  return `${new Date(at).toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z`;
}

function toDay(day: IsoDate): string {
  return day.replaceAll("-", "");
}

/** Content lines, folded at 75 octets and never within a character (RFC 5545, 3.1). */
function toLines(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function fold(line: string): string {
  if (encoder.encode(line).length <= MOST_OCTETS) return line;
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MOST_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

import { toDayNumber } from "./days.ts";
import type { LinkType } from "./network.ts";
import type { DaySpan, WorkingCalendar } from "./working-calendar.ts";
import { workingDaysBefore } from "./working-index.ts";

/**
 * An item on the line of working days: it takes the working days from number `begin` up to, not with, number `end`.
 * An item on days off alone takes none, between two working days.
 */
export type WorkingSpan = { readonly begin: number; readonly end: number };

/** Null for dates that can't be judged: one is missing, or the end lies before the start. */
export function toWorkingSpan({ start, end }: DaySpan, calendar: WorkingCalendar): WorkingSpan | null {
  if (start === null || end === null || start > end) return null;
  const [first, last] = [toDayNumber(start), toDayNumber(end)];
  return { begin: workingDaysBefore(first, calendar.index), end: workingDaysBefore(last + 1, calendar.index) };
}

/**
 * Working days that the successor could come earlier before the link breaks; negative: it comes so many too early.
 * With a lag of 0 the types say, of working days:
 * - FS: the successor begins after the predecessor's last day;
 * - SS: the successor begins on the predecessor's first day or later;
 * - FF: the successor's last day is the predecessor's or later;
 * - SF: the successor's last day is the one before the predecessor's first, or later (FS, turned round).
 * A lag of n asks for n working days more, a negative one for fewer.
 */
export function spareDays(
  link: { type: LinkType; lagDays: number },
  { from, to }: { from: WorkingSpan; to: WorkingSpan },
): number {
  const held = link.type === "FS" || link.type === "SS" ? to.begin : to.end;
  const holds = link.type === "FS" || link.type === "FF" ? from.end : from.begin;
  return held - holds - link.lagDays;
}

/**
 * Whether the dates satisfy a link, and by how many working days they break it (see `spareDays`).
 * Null where dates of either end are missing or inverted: that is not judged.
 */
export function checkLink(
  link: { type: LinkType; lagDays: number },
  { from, to, calendar }: { from: DaySpan; to: DaySpan; calendar: WorkingCalendar },
): { broken: boolean; brokenByDays: number } | null {
  const spans = { from: toWorkingSpan(from, calendar), to: toWorkingSpan(to, calendar) };
  if (spans.from === null || spans.to === null) return null;
  const brokenByDays = Math.max(0, -spareDays(link, { from: spans.from, to: spans.to }));
  return { broken: brokenByDays > 0, brokenByDays };
}

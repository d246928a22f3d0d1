import { toDayNumber, toIsoDate, type IsoDate } from "./days.ts";
import { orderedDays, placeWork } from "./load.ts";
import { boundOf, HOURS_A_DAY, type LoadFrame } from "./load-frame.ts";
import { shiftItem } from "./relative-edits.ts";
import { isWorkingDay, type DaySpan } from "./working-calendar.ts";
import { workingDayAt, workingDaysBefore } from "./working-index.ts";

/** What edits shift at most; more hours than that are a slip of the pen. */
const LONGEST_DAYS = 2_500;

/** Where an item goes in another week: shifted by working days, dated for the first time, or why it stays. */
export type WeekMove =
  | { readonly kind: "shift"; readonly workingDays: number; readonly span: DaySpan }
  | { readonly kind: "date"; readonly span: { readonly start: IsoDate; readonly end: IsoDate } }
  | { readonly kind: "stay"; readonly why: "same-week" | "no-working-day" | "inverted" | "outside-calendar" };

/**
 * Moves an item so that what counts of it in one week counts at the same place of another, its length in working days
 * kept. What has begun before today begins there. Without dates it takes as many days as its hours fill.
 * @param options.from index of the week that it is moved from; null where it has no dates
 */
export function moveToWeek(
  item: DaySpan & { hours: number | null },
  { from, to, frame }: { from: number | null; to: number; frame: LoadFrame },
): WeekMove {
  if (from === to) return { kind: "stay", why: "same-week" };
  const target = { first: boundOf(frame, to), end: boundOf(frame, to + 1) };
  if (target.first >= target.end) return { kind: "stay", why: "no-working-day" };
  const { index } = frame.calendar;
  const days = orderedDays(item);
  const place = placeWork(item, frame);
  if (days === null || place === null || from === null) {
    const length = Math.min(LONGEST_DAYS, Math.max(1, Math.ceil((item.hours ?? 0) / HOURS_A_DAY)));
    const day = (number: number) => toIsoDate(workingDayAt(number, index));
    return { kind: "date", span: { start: day(target.first), end: day(target.first + length - 1) } };
  }
  const counted = Math.max(place.first, boundOf(frame, from));
  const landing = Math.min(target.first + counted - boundOf(frame, from), target.end - 1);
  const workingDays = daysToReach(days.start, { number: place.first + landing - counted, frame });
  const moved = shiftItem(item, { workingDays, calendar: frame.calendar });
  if (moved.kind === "moved") return { kind: "shift", workingDays, span: moved.span };
  return { kind: "stay", why: moved.why === "inverted" ? "inverted" : "outside-calendar" };
}

/** Working days by which a day is to be shifted to become the working day of a number. */
function daysToReach(day: IsoDate, { number, frame }: { number: number; frame: LoadFrame }): number {
  const before = workingDaysBefore(toDayNumber(day), frame.calendar.index);
  // From a day off, the first step later already lands on the working day that is counted for it.
  return isWorkingDay(day, frame.calendar) || number < before ? number - before : number - before + 1;
}

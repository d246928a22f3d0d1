import { toDayNumber, type IsoDate } from "./days.ts";
import { boundOf, type LoadFrame } from "./load-frame.ts";
import type { DaySpan } from "./working-calendar.ts";
import { workingDaysBefore } from "./working-index.ts";

/** Hours that are left of an item; null where nobody gave it any. `progress` is 0–100. */
export function remainingHours(item: { expectedHours: number | null; progress: number }): number | null {
  if (item.expectedHours === null || item.expectedHours <= 0) return null;
  return (item.expectedHours * (100 - Math.min(100, Math.max(0, item.progress)))) / 100;
}

/** On which working days the rest of an item is done: numbers from `first` to before `end`; null without dates. */
export type WorkPlace = { readonly first: number; readonly end: number; readonly isOverdue: boolean } | null;

/**
 * Lays the rest of an item evenly on its working days from today on. What is past its end counts on the next working
 * day, as does an item all of whose days are off, on the next working day after its start. Of two dates the wrong way
 * round the earlier one is the start.
 */
export function placeWork(span: DaySpan, frame: LoadFrame): WorkPlace {
  const days = orderedDays(span);
  if (days === null) return null;
  const { index } = frame.calendar;
  const today = boundOf(frame, 0);
  if (days.end < frame.today) return { first: today, end: today + 1, isOverdue: true };
  const first = Math.max(today, workingDaysBefore(toDayNumber(days.start), index));
  const end = workingDaysBefore(toDayNumber(days.end) + 1, index);
  return { first, end: Math.max(first + 1, end), isOverdue: false };
}

/** The part of a placed item that falls into a week, 0–1. */
export function shareInWeek(place: WorkPlace, { week, frame }: { week: number; frame: LoadFrame }): number {
  if (place === null) return 0;
  const from = Math.max(place.first, boundOf(frame, week));
  const to = Math.min(place.end, boundOf(frame, week + 1));
  return Math.max(0, to - from) / (place.end - place.first);
}

/** Open work of somebody; `personId: null` = of nobody yet. */
export type Work = DaySpan & { readonly personId: string | null; readonly hours: number | null };

export type WorkTally = { items: number; hours: number; withoutHours: number };

/** What lies on one person. Weeks without work have no entry. */
export type PersonLoad = {
  readonly weeks: Map<number, WorkTally & { overdue: number }>;
  readonly unscheduled: WorkTally;
  /** After the last week of the frame. */
  readonly later: WorkTally;
};

/**
 * Adds an item's rest to its person. An item counts once in each week that it touches, so that items do not add up
 * over weeks; hours do: those in weeks, unscheduled and later are all hours there are.
 */
export function addWork(
  loads: Map<string | null, PersonLoad>,
  { work, frame }: { work: Work; frame: LoadFrame },
): void {
  const load = loadOf(loads, work.personId);
  const place = placeWork(work, frame);
  if (place === null) {
    tally(load.unscheduled, work.hours);
    return;
  }
  const frameEnd = boundOf(frame, frame.weeks.length);
  for (
    let week = weekOf(place.first, frame);
    week < frame.weeks.length && boundOf(frame, week) < place.end;
    week += 1
  ) {
    const share = shareInWeek(place, { week, frame });
    if (share === 0) continue;
    const sum = load.weeks.get(week) ?? { items: 0, hours: 0, withoutHours: 0, overdue: 0 };
    tally(sum, work.hours === null ? null : work.hours * share);
    if (place.isOverdue) sum.overdue += 1;
    load.weeks.set(week, sum);
  }
  if (place.end <= frameEnd) return;
  const share = (place.end - Math.max(place.first, frameEnd)) / (place.end - place.first);
  tally(load.later, work.hours === null ? null : work.hours * share);
}

/** A person's load, made empty where there is none yet. */
export function loadOf(loads: Map<string | null, PersonLoad>, personId: string | null): PersonLoad {
  const known = loads.get(personId);
  if (known !== undefined) return known;
  const made: PersonLoad = { weeks: new Map(), unscheduled: noWork(), later: noWork() };
  loads.set(personId, made);
  return made;
}

/** The start and the end that count: of two dates the wrong way round the earlier one first; one alone is both. */
export function orderedDays({ start, end }: DaySpan): { start: IsoDate; end: IsoDate } | null {
  const first = start ?? end;
  const last = end ?? start;
  if (first === null || last === null) return null;
  return first <= last ? { start: first, end: last } : { start: last, end: first };
}

/** The first week that ends after a working day; the number of weeks where none does. */
function weekOf(workingDay: number, frame: LoadFrame): number {
  let low = 0;
  let high = frame.weeks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (boundOf(frame, middle + 1) > workingDay) high = middle;
    else low = middle + 1;
  }
  return low;
}

function noWork(): WorkTally {
  return { items: 0, hours: 0, withoutHours: 0 };
}

function tally(sum: WorkTally, hours: number | null): void {
  sum.items += 1;
  if (hours === null) sum.withoutHours += 1;
  else sum.hours += hours;
}

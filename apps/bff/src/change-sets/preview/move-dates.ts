import type { CalendarSettings, FieldEdit, IsoDate, SkipReason, WorkItem } from "@gantry/api-contract";
import {
  createWorkingCalendar,
  earliestDay,
  fitItem,
  scaleItem,
  shiftItem,
  snapItem,
  type DaySpan,
  type Moved,
  type WorkingCalendar,
} from "@gantry/schedule";
import type { ProjectFacts } from "./facts.ts";

/** An edit that moves start and end by what they are. */
export type RelativeEdit = Extract<FieldEdit, { how: "shift" | "snap" | "fit-sprint" | "scale" }>;

/** What relative edits of a proposal are reckoned by. */
export type DateFrame = {
  calendar: WorkingCalendar;
  /** The earliest day of all items; null where none has any. */
  earliest: IsoDate | null;
  sprints: ProjectFacts["sprints"];
};

const FIVE_DAY_WEEK: CalendarSettings = { weekend: [0, 6], holidays: [], makeUpDays: [] };

/** The calendar of a proposal: five days a week unless it brings its own. */
export function toCalendar(settings: CalendarSettings | undefined): WorkingCalendar {
  return createWorkingCalendar(settings ?? FIVE_DAY_WEEK);
}

export function toDateFrame(
  items: readonly WorkItem[],
  options: { calendar: CalendarSettings | undefined; facts: ProjectFacts },
): DateFrame {
  return {
    calendar: toCalendar(options.calendar),
    earliest: earliestDay(items),
    sprints: options.facts.sprints,
  };
}

export function isRelative(edit: FieldEdit): edit is RelativeEdit {
  return edit.how !== "set" && edit.how !== "clear";
}

/**
 * Where a relative edit puts an item.
 * @param options.sprintId the sprint that the item is in, after the proposal's other edits
 * @returns its new days, or why it stays where it is
 */
export function moveDates(
  item: WorkItem,
  options: { edit: RelativeEdit; sprintId: string | null; frame: DateFrame },
): { span: DaySpan } | { reason: SkipReason } {
  const { edit, frame } = options;
  const { calendar } = frame;
  const dates = { start: item.start, end: item.end };
  switch (edit.how) {
    case "shift":
      return toResult(shiftItem(dates, { workingDays: edit.workingDays, calendar }));
    case "snap":
      return toResult(snapItem(dates, { weekday: edit.weekday, toward: edit.toward, calendar }));
    case "fit-sprint": {
      const { start = null, end = null } = frame.sprints.get(edit.sprintId ?? options.sprintId ?? "") ?? {};
      if (start === null || end === null || start > end) return { reason: "no-sprint" };
      return toResult(fitItem(dates, { within: { start, end }, calendar }));
    }
    case "scale": {
      const anchor = edit.anchor ?? frame.earliest;
      if (anchor === null) return { reason: "no-dates" };
      return toResult(scaleItem(dates, { percent: edit.percent, anchor, calendar }));
    }
  }
}

const REASONS = {
  "no-dates": "no-dates",
  inverted: "end-before-start",
  "outside-calendar": "outside-calendar",
} as const satisfies Record<Extract<Moved, { kind: "left" }>["why"], SkipReason>;

function toResult(moved: Moved): { span: DaySpan } | { reason: SkipReason } {
  return moved.kind === "moved" ? { span: moved.span } : { reason: REASONS[moved.why] };
}

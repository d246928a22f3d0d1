import type { CalendarSettings, IsoDate } from "@gantry/api-contract";
import { countWorkingDays, createWorkingCalendar, dayKindOf, daysBetween } from "@gantry/schedule";
import { useMemo } from "react";
import { useSettings } from "./settings.ts";

/** Beyond ten years a length says more in the dates themselves; and every day would be counted. */
const LONGEST_DAYS = 3_660;

/** What is asked of the calendar in Settings. */
export type WorkingDays = {
  kindOf: (day: IsoDate) => "working" | "weekend" | "holiday";
  /** Working days of a span, both ends included; null for an inverted one and for one over ten years. */
  count: (span: { start: IsoDate; end: IsoDate }) => number | null;
};

export function createWorkingDays(rules: CalendarSettings): WorkingDays {
  const calendar = createWorkingCalendar(rules);
  return {
    kindOf: (day) => dayKindOf(day, calendar),
    count: (span) => {
      const days = daysBetween(span.start, span.end);
      return days < 0 || days > LONGEST_DAYS ? null : countWorkingDays(span, calendar);
    },
  };
}

/** The same for the calendar that is chosen in Settings. */
export function useWorkingDays(): WorkingDays {
  const rules = useSettings((settings) => settings.calendar);
  return useMemo(() => createWorkingDays(rules), [rules]);
}

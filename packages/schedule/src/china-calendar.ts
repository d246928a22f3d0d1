import type { IsoDate } from "./days.ts";
import type { CalendarRules } from "./working-calendar.ts";

/**
 * Mainland China: days off and make-up days as the State Council published them for 2025 and 2026.
 * For 2027 only the statutory days stand here, without the days around them that are moved every year.
 */
export const chinaCalendar: CalendarRules = {
  weekend: [0, 6],
  holidays: [
    ...days(2025, ["01-01"]),
    ...days(2025, ["01-28", "01-29", "01-30", "01-31", "02-01", "02-02", "02-03", "02-04"]),
    ...days(2025, ["04-04", "04-05", "04-06"]),
    ...days(2025, ["05-01", "05-02", "05-03", "05-04", "05-05"]),
    ...days(2025, ["05-31", "06-01", "06-02"]),
    ...days(2025, ["10-01", "10-02", "10-03", "10-04", "10-05", "10-06", "10-07", "10-08"]),
    ...days(2026, ["01-01", "01-02", "01-03"]),
    ...days(2026, ["02-15", "02-16", "02-17", "02-18", "02-19", "02-20", "02-21", "02-22", "02-23"]),
    ...days(2026, ["04-04", "04-05", "04-06"]),
    ...days(2026, ["05-01", "05-02", "05-03", "05-04", "05-05"]),
    ...days(2026, ["06-19", "06-20", "06-21"]),
    ...days(2026, ["09-25", "09-26", "09-27"]),
    ...days(2026, ["10-01", "10-02", "10-03", "10-04", "10-05", "10-06", "10-07"]),
    ...days(2027, ["01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02"]),
    ...days(2027, ["06-09", "09-15", "10-01", "10-02", "10-03"]),
  ],
  makeUpDays: [
    ...days(2025, ["01-26", "02-08", "04-27", "09-28", "10-11"]),
    ...days(2026, ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]),
  ],
};

function days(year: 2025 | 2026 | 2027, monthDays: readonly `${number}-${number}`[]): IsoDate[] {
  return monthDays.map((monthDay): IsoDate => `${year}-${monthDay}`);
}

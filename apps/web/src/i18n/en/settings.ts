import { createCounting } from "../counting.ts";
import type { Density, Theme } from "../../lib/settings.ts";

const { plural } = createCounting("en");

export const settings = {
  title: "Settings",
  lead: "Kept in this browser, for you alone. Each takes effect at once.",
  appearance: "Appearance",
  language: "Language",
  theme: "Theme",
  themes: {
    system: "System",
    light: "Light",
    dark: "Dark",
    "high-contrast": "High contrast",
  } satisfies Record<Theme, string>,
  density: "Rows",
  densities: { compact: "Compact", comfortable: "Comfortable" } satisfies Record<Density, string>,
  densityNote: "Height of the rows on a plan. Touch screens always get tall ones.",
  calendar: "Working calendar",
  calendarNote: "Shifting dates counts by these days, and the chart shades the others.",
  firstDay: "First day of the week",
  weekend: "Days off every week",
  lastWorkingDay: "At least one day of the week must be worked.",
  holidays: "Holidays",
  makeUpDays: "Make-up working days",
  makeUpNote: "Days of a weekend that are worked.",
  days: (count: number) => plural(count, { one: "# day", other: "# days" }),
  add: "Add",
  addTo: (list: string) => `Add to ${list}`,
  removeDay: (day: string) => `Remove ${day}`,
  noDays: "None",
  alreadyThere: "This day is on the list already",
  useChina: "Use the public calendar of mainland China",
  timeZone: "Time zone",
  timeZoneNote:
    "Plan days are calendar days in UTC+8, as CodeArts counts them. They do not move with your own time zone or with daylight saving. Times of day, such as when a change was made, are shown in your zone.",
  timeZoneNow: (day: string) => `In UTC+8 it is ${day}.`,
};

import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");

const workingDays = (count: number) => plural(count, { one: "1 working day", other: "# working days" });

/** Baselines, and how a plan stands to one. */
export const baselines = {
  button: "Baseline",
  compareWith: "Compare with",
  none: "No baseline",
  save: "Save baseline…",
  saveTitle: "Save baseline",
  saveHint: "Keeps every item's dates as they are in CodeArts now.",
  keptByGantry: "Kept by Gantry, not in CodeArts.",
  name: "Name",
  nameLimits: (most: number) => `Name: 1 to ${number(most)} characters`,
  defaultName: (day: string) => `Baseline ${day}`,
  saved: (name: string) => `${name} saved.`,
  delete: "Delete this baseline…",
  deleteTitle: (name: string) => `Delete ${name}`,
  deleteText: "Its dates can't be had again. The plan itself stays as it is.",
  deleteNow: "Delete baseline",
  deleted: (name: string) => `${name} deleted.`,
  savedBy: (person: string, when: string) => `Saved by ${person}, ${when}`,
  summary: (counts: string, name: string) => `${counts} since ${name}`,
  unchanged: "Nothing changed",
  list: "Changed since the baseline",
  counts: {
    later: (count: number) => `${number(count)} later`,
    earlier: (count: number) => `${number(count)} earlier`,
    start: (count: number) => `${number(count)} with another start`,
    new: (count: number) => `${number(count)} new`,
    dated: (count: number) => `${number(count)} dated`,
    undated: (count: number) => `${number(count)} without dates`,
    gone: (count: number) => `${number(count)} gone`,
  },
  shifted: {
    later: (days: number) => `${workingDays(days)} later than the baseline`,
    earlier: (days: number) => `${workingDays(days)} earlier than the baseline`,
  },
  startShifted: {
    later: (days: number) => `starts ${workingDays(days)} later than the baseline`,
    earlier: (days: number) => `starts ${workingDays(days)} earlier than the baseline`,
  },
  overDaysOff: {
    later: "later than the baseline by days off only",
    earlier: "earlier than the baseline by days off only",
  },
  since: {
    new: "new since the baseline",
    dated: "got dates since the baseline",
    undated: "lost dates since the baseline",
  },
  shortStart: (days: string) => `start ${days}`,
  short: { new: "new", dated: "dated", undated: "no dates" },
  number,
};

import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");
const items = (count: number) => plural(count, { one: "# work item", other: "# work items" });
const workingDays = (count: number) => plural(count, { one: "# working day", other: "# working days" });
const signed = (count: number) => (count > 0 ? `+${number(count)}` : number(count));

export const trends = {
  title: "Trends",
  open: "Trends",
  project: "Project",
  plan: "Plan",
  allProjects: "All projects",
  allPlans: "All plans",
  range: "Days",
  days: { "30": "30 days", "90": "90 days", "180": "180 days" },
  view: "Show as",
  chart: "Chart",
  table: "Table",
  png: "PNG, a picture of the chart",
  csv: "CSV, the numbers",
  fileName: "Trends",
  projectFailed: (name: string) => `${name} could not be read and is left out.`,
  noItems: "Nothing is on these plans yet, so there is nothing to burn up.",
  burnUp: "Burn-up",
  chartLabel: (name: string) => `Burn-up of ${name}, day by day`,
  counted: (count: number, undated: number) =>
    `Today's ${items(count)} without children. CodeArts tells no history of what was on a plan. ${undated === 0 ? "" : `${items(undated)} without an end are planned for no day.`}`.trim(),
  line: { done: "Done", scope: "On the plans", planned: "Planned to be done", unknown: "Unknown" },
  pointText: (point: { day: string; done: number; unknown: number; scope: number; planned: number }) =>
    point.unknown === 0
      ? `${point.day}: ${number(point.done)} of ${number(point.scope)} done, ${number(point.planned)} planned`
      : point.unknown >= point.scope
        ? `${point.day}: ${items(point.scope)}, nobody knows how many were done; ${number(point.planned)} planned`
        : `${point.day}: between ${number(point.done)} and ${number(point.done + point.unknown)} of ${number(point.scope)} done, ${number(point.planned)} planned`,
  history: {
    gone: (name: string, day: string) => `${name}: CodeArts has no records before ${day}.`,
    "too-many": (name: string, day: string) =>
      `${name}: more changes than are read at once; what happened before ${day} is left out.`,
    ipd: (name: string) =>
      `${name}: CodeArts tells an IPD project's history item by item only, which is not asked for. Days on which somebody looked here are known from Gantry's own notes.`,
    refused: (name: string) => `${name}: CodeArts does not let you read its change records.`,
    none: (name: string) => `${name}: CodeArts has no change records.`,
  },
  moreNotes: (count: number) => plural(count, { one: "# more note", other: "# more notes" }),
  failedPlans: (name: string, count: number) =>
    `${name}: ${plural(count, { one: "# plan could not be read and is left out.", other: "# plans could not be read and are left out." })}`,
  source: { now: "Read now", records: "Change records", note: "Gantry's note", none: "Unknown" },
  column: {
    day: "Day",
    scope: "On the plans",
    done: "Done",
    unknown: "Unknown",
    planned: "Planned",
    source: "Known from",
  },
  drift: {
    title: "Planned against actual",
    rule: "Finished work items against their planned end of today, and moves of ends within these days, by CodeArts' change records. Working days of the Chinese calendar.",
    early: "Finished early",
    onTime: "On the day",
    late: "Finished late",
    mean: "On average",
    meanDays: (count: number) =>
      count === 0 ? "On the day" : count > 0 ? `${number(count)} days late` : `${number(-count)} days early`,
    untold: (count: number) => `Of ${items(count)} nobody knows when they were finished.`,
    moved: (count: number, moves: number, days: number) =>
      count === 0
        ? "No end was moved."
        : `${items(count)} had their end moved, ${plural(moves, { one: "# time", other: "# times" })} in all: ${signed(days)} working days together.`,
    none: "No work item was finished off its day, and none was moved.",
    furthest: (count: number) => (count === 1 ? "The one that is off" : `The ${number(count)} that are furthest off`),
    item: "Work item",
    planned: "Planned end",
    finished: "Finished",
    off: "Off by",
    ends: "End moved",
    offDays: (count: number) =>
      count === 0 ? "On the day" : count > 0 ? `${workingDays(count)} late` : `${workingDays(-count)} early`,
    times: (count: number, days: number) => `${plural(count, { one: "# time", other: "# times" })}, ${signed(days)}`,
    open: "Open",
  },
};

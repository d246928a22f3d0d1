import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");

export const backlog = {
  panel: "Backlog",
  list: "Backlog items",
  canBeAdded: (count: number) => `${number(count)} can be added`,
  search: "Search backlog",
  selected: (count: number) => `${number(count)} selected`,
  selectAllMatching: (count: number) => `Select all ${number(count)} matching`,
  clear: "Clear",
  empty: "Every work item of the project is on the plan.",
  noneMatch: (search: string) => `Nothing in the backlog matches “${search}”.`,
  howToChooseByTouch: "Tap rows to choose them",
  items: (count: number) => plural(count, { one: "# item", other: "# items" }),
  undated: (count: number) => `${number(count)} without dates`,
  howToChoose: "Drag a box, or use Shift and Ctrl",
  startUndatedOn: "Start undated on",
  addToPlan: "Add to plan",
  chooseFirst: "Choose work items first",
  keep: (count: number) => plural(count, { one: "1 keeps its dates", other: "# keep their dates" }),
  startOn: (count: number, day: string) => plural(count, { one: `1 starts on ${day}`, other: `# start on ${day}` }),
  undatedStartOn: (day: string) => `Undated items start on ${day}`,
  dropHere: "Drop on the chart",
  tooMany: (most: number) => `At most ${number(most)} at once`,
  dialogTitle: (items: string, plan: string) => `Add ${items} to ${plan}`,
  checking: "Reading the items from CodeArts",
  estimate: (calls: number, seconds: number) =>
    `${plural(calls, { one: "1 call to CodeArts", other: "# calls to CodeArts" })}, about ${plural(seconds, { one: "# second", other: "# seconds" })}.`,
  noWayBack: "CodeArts has no call that takes a work item off a plan, so this can't be undone from here.",
  leftAlone: (count: number) => `Left as they are: ${number(count)}`,
  nothingToAdd: "All of these are on the plan already.",
  apply: (items: string) => `Add ${items}`,
  seeChangeSet: "See the change set",
};

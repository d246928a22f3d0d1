import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");

export const backlog = {
  panel: "Backlog",
  list: "Backlog items",
  canBeAdded: (count: number) => `${number(count)} can be added`,
  search: "Search backlog",
  selected: (count: number) => `${number(count)} selected`,
  selectedAll: (count: number) => `All ${number(count)} selected`,
  selectedAllBut: (count: number, left: number) => `${number(count)} selected, all but ${number(left)}`,
  selectedElsewhere: (count: number, elsewhere: number) =>
    `${number(count)} selected, ${number(elsewhere)} of them not listed here`,
  letGo: (count: number, search: string) =>
    `The search changed: all ${number(count)} that match “${search}” are not selected any more.`,
  letGoOfAll: (count: number) => `The search changed: all ${number(count)} are not selected any more.`,
  backToIt: "Back to them",
  searching: "Searching",
  firstTaken: (taken: number, rest: number) =>
    `The first ${number(taken)} are added now. ${number(rest)} stay here to select afterwards.`,
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
  matching: (matching: number, taken: number) =>
    `${number(matching)} match. The first ${number(taken)} are added now; ${number(matching - taken)} stay in the backlog to select afterwards.`,
  noWayBack: "CodeArts has no call that takes a work item off a plan, so this can't be undone from here.",
  andMore: (count: number) => `and ${number(count)} more`,
  nothingToAdd: "All of these are on the plan already.",
  apply: (items: string) => `Add ${items}`,
  seeChangeSet: "See the change set",
};

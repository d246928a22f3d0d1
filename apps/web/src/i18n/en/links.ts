import type { DependencyType } from "@gantry/api-contract";
import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");

const workingDays = (count: number) => plural(count, { one: "1 working day", other: "# working days" });

/** Links between work items. */
export const links = {
  title: "Link",
  section: "Links",
  keptByGantry: "Kept by Gantry, not in CodeArts.",
  predecessor: "Predecessor",
  successor: "Successor",
  predecessors: "Predecessors",
  successors: "Successors",
  none: "None",
  addPredecessor: "Add a predecessor",
  addSuccessor: "Add a successor",
  type: "Type",
  means: {
    FS: "The successor starts after the predecessor ends.",
    SS: "The successor starts when the predecessor starts, or later.",
    FF: "The successor ends when the predecessor ends, or later.",
    SF: "The successor ends when the predecessor starts, or later.",
  } satisfies Record<DependencyType, string>,
  lag: "Lag in working days",
  lagHint: "How long the successor waits. A negative lag lets it come earlier.",
  lagLimits: (most: number) => `Lag: a whole number from −${number(most)} to ${number(most)}`,
  withLag: (type: string, days: number) =>
    days === 0 ? type : `${type}, ${days > 0 ? "+" : "−"}${workingDays(Math.abs(days))}`,
  broken: (days: number) => `Broken by ${workingDays(days)}: the successor comes too early.`,
  brokenShort: (days: number) => `broken by ${workingDays(days)}`,
  notOnPlan: (id: string) => `Work item ${id}, not on this plan`,
  change: (line: string) => `Change link ${line}`,
  remove: "Remove link",
  removeOne: (line: string) => `Remove link ${line}`,
  gone: "Somebody removed this link.",
  several: (count: number) => `${number(count)} links`,
  severalHint: "They begin or end in folded rows and are drawn as one.",
  unread: "The links could not be read.",
  path: (titles: readonly string[]) => titles.join(" → "),
  drawn: (count: number) => plural(count, { one: "Link drawn.", other: "# links drawn." }),
  changed: "Link changed.",
  removed: "Link removed.",
  putBack: "Links put back.",
  cantUndo: (reason: string) => `Not put back. ${reason}`,
  notLinked: (reason: string) => `Not linked. ${reason}`,
  moreReasons: (count: number) => `and ${number(count)} more`,
  refusal: {
    itself: "An item can't wait for itself.",
    exists: (path: string) => `${path} is linked already.`,
    family: (parent: string, child: string) => `${parent} contains ${child}.`,
    heading: "A group's heading is no work item.",
    ring: (path: string) => `It would close a ring: ${path}.`,
    tooMany: (most: number) => `At most ${number(most)} links at a time.`,
    offline: "There is no connection. Nothing was changed.",
  },
  describe: {
    after: (titles: string) => `after ${titles}`,
    before: (titles: string) => `before ${titles}`,
    andMore: (titles: string, count: number) => `${titles} and ${number(count)} more`,
  },
  problems: {
    ring: (path: string) => `Its links go in a ring, so that none of these can begin: ${path}`,
    broken: (title: string, days: number) => `Comes ${workingDays(days)} too early after ${title}`,
  },
  critical: {
    button: "Critical path",
    noLinks: "No links yet: only the items that end last are critical.",
    count: (count: number) => plural(count, { one: "1 critical item", other: "# critical items" }),
    slack: "Slack",
    days: (days: number) => `${workingDays(days)} of slack`,
    none: "On the critical path: a day later here is a day later for the plan.",
    tooLate: (days: number) => `${workingDays(days)} too late for what comes after it.`,
    boundBy: (title: string) => `Held by ${title}.`,
    boundByEnd: "Held by the end of the plan.",
  },
};

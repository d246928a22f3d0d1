import type { IsoDate } from "@gantry/api-contract";
import type { GanttLink, GanttOptions } from "@gantry/gantt";

/** A link that can't be right, found on the item that it leads to; worded by who found it. */
export type LinkProblem = { itemId: string; text: string };

/** What the user may do with links on the chart; left out where a plan takes none. */
export type LinkGestures = Pick<GanttOptions, "onLinkDraw" | "linkRefusal" | "onLinkOpen">;

/** What links, critical path and baseline add to the plan's lines. Made anew only when one of them has changed. */
export type PlanLayers = {
  links: readonly GanttLink[];
  /** An item's links in words, for its spoken name ("after Design", "before Test"); empty where it has none. */
  linksOf: (itemId: string) => readonly string[];
  isCritical: (itemId: string) => boolean;
  /** Days of the shown baseline where they differ from the item's. */
  baselineOf: (itemId: string) => { start: IsoDate; end: IsoDate } | null;
  /** How an item stands to the shown baseline: for a column, and in words; null where it stands as it stood. */
  shiftOf: (itemId: string) => { short: string; long: string; late: boolean } | null;
  linkProblems: readonly LinkProblem[];
};

export const NO_LAYERS: PlanLayers = {
  links: [],
  linksOf: () => [],
  isCritical: () => false,
  baselineOf: () => null,
  shiftOf: () => null,
  linkProblems: [],
};

import type { ItemShape } from "@gantry/api-contract";
import { SCRUM_TRACKERS, type Named } from "@gantry/codearts-contract";

const TYPE_OF_TRACKER: Readonly<Record<string, keyof typeof SCRUM_TRACKERS>> = {
  [SCRUM_TRACKERS.task]: "task",
  [SCRUM_TRACKERS.bug]: "bug",
  [SCRUM_TRACKERS.epic]: "epic",
  [SCRUM_TRACKERS.feature]: "feature",
  [SCRUM_TRACKERS.story]: "story",
};

/** Type and icon of a Scrum tracker; one that we do not know keeps its own name. */
export function toItemType(tracker: Named | null): { type: string; shape: ItemShape } {
  const type = TYPE_OF_TRACKER[tracker?.id ?? ""];
  if (type !== undefined) return { type, shape: type };
  return { type: tracker?.name || tracker?.id || "task", shape: "task" };
}

const SHAPE_OF_CATEGORY: Readonly<Record<string, ItemShape>> = {
  Epic: "epic",
  SF: "feature",
  FE: "feature",
  US: "story",
  Task: "task",
  Bug: "bug",
};

/** The icon nearest to an IPD category; RR, IR, SR, AR and unknown ones are requirements. */
export function toIpdShape(category: string): ItemShape {
  return SHAPE_OF_CATEGORY[category] ?? "requirement";
}

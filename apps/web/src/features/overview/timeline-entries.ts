import type { WorkItem } from "@gantry/api-contract";
import { flattenTree, type RollUp } from "@gantry/schedule";
import type { OpenedPlan } from "./plan-items.ts";
import type { GroupLine, OverviewLine, PlanLine } from "./plan-lines.ts";

type Place = { level: number; position: number; siblings: number };

/** A work item of an opened plan. */
export type ItemEntry = {
  kind: "item";
  id: string;
  item: WorkItem;
  projectId: string;
  planId: string;
  rollUp: RollUp;
  isParent: boolean;
  isExpanded: boolean;
  place: Place;
};
/** In the place of items: they are on their way, did not come, or there are none. */
export type NoteEntry = {
  kind: "note";
  id: string;
  note: "reading" | "failed" | "none";
  projectId: string;
  planId: string;
  place: Place;
};
export type PlanEntry = PlanLine & { isExpanded: boolean };
/** One line of the timeline. */
export type TimelineEntry = GroupLine | PlanEntry | ItemEntry | NoteEntry;

/** The table's lines with the items of the plans that are open below them. An item may stand on several plans. */
export function toTimelineEntries(
  lines: readonly OverviewLine[],
  options: { opened: ReadonlyMap<string, OpenedPlan>; folded: ReadonlySet<string> },
): TimelineEntry[] {
  return lines.flatMap((line): TimelineEntry[] => {
    if (line.kind === "group") return [line];
    const opened = options.opened.get(line.row.plan.id);
    if (opened === undefined) return [{ ...line, isExpanded: false }];
    return [{ ...line, isExpanded: true }, ...toItems(line, { opened, folded: options.folded })];
  });
}

function toItems(
  { row, place }: PlanLine,
  { opened, folded }: { opened: OpenedPlan; folded: ReadonlySet<string> },
): (ItemEntry | NoteEntry)[] {
  const { plan, project } = row;
  const of = { projectId: project.id, planId: plan.id };
  const idOf = (part: string) => `${plan.id}:${part}`;
  const level = place.level + 1;
  if (opened.state !== "read" || opened.roots.length === 0) {
    const note = opened.state === "read" ? "none" : opened.state;
    return [{ kind: "note", id: idOf("note"), note, ...of, place: { level, position: 1, siblings: 1 } }];
  }
  const isExpanded = (id: string) => !folded.has(idOf(id));
  return flattenTree(opened.roots, { isExpanded }).map(({ node, depth, position, siblings }) => ({
    kind: "item",
    id: idOf(node.item.id),
    item: node.item,
    ...of,
    rollUp: opened.rollUps.get(node.item.id) ?? { ...node.item, leaves: 1 },
    isParent: node.children.length > 0,
    isExpanded: isExpanded(node.item.id),
    place: { level: level + depth, position, siblings },
  }));
}

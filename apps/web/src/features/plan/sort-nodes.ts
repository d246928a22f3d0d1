import type { WorkItem } from "@gantry/api-contract";
import type { RollUp, TreeNode } from "@gantry/schedule";
import type { Sort } from "./plan-search.ts";

type Node = TreeNode<WorkItem>;
const PHASE_ORDER = { todo: 0, doing: 1, done: 2 } as const;
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** Orders siblings; what has no value comes last in either direction, and equals keep the plan's order. */
export function compareNodes(sort: Sort, rollUps: ReadonlyMap<string, RollUp>): (left: Node, right: Node) => number {
  const valueOf = (node: Node): string | number | null => {
    const { item } = node;
    const rollUp = rollUps.get(item.id);
    switch (sort.key) {
      case "title":
        return item.title;
      case "number":
        return item.number;
      case "type":
        return item.type;
      case "status":
        return PHASE_ORDER[item.status.phase];
      case "assignee":
        return item.assignee?.name ?? null;
      case "priority":
        return item.priority?.id ?? null;
      case "sprint":
        return item.sprint?.name ?? null;
      case "start":
        return rollUp?.start ?? item.start;
      case "end":
        return rollUp?.end ?? item.end;
      case "progress":
        return rollUp?.progress ?? item.progress;
    }
  };
  return (left, right) => {
    const a = valueOf(left);
    const b = valueOf(right);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
    return sort.descending ? -order : order;
  };
}

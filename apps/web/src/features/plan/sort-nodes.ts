import type { WorkItem } from "@gantry/api-contract";
import type { RollUp } from "@gantry/schedule";
import { collator } from "./field-order.ts";
import { fieldIdOf } from "./field-values.ts";
import { GROUP_KEYS, type GroupKey, NONE, type Sort } from "./plan-search.ts";
import type { ItemNode } from "./shape-tree.ts";

/** Whether a sort goes by a field whose values have places of their own (see `rankFieldValues`). */
export function rankedKeyOf(sort: Sort): GroupKey | null {
  return GROUP_KEYS.find((key) => key === sort.key) ?? null;
}

/** Orders siblings; what has no value comes last in either direction, and equals keep the plan's order. */
export function compareNodes(
  sort: Sort,
  { rollUps, ranks }: { rollUps: ReadonlyMap<string, RollUp>; ranks: ReadonlyMap<string, number> },
): (left: ItemNode, right: ItemNode) => number {
  const valueOf = valueReader(sort.key, { rollUps, ranks });
  return (left, right) => {
    const a = valueOf(left.item);
    const b = valueOf(right.item);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
    return sort.descending ? -order : order;
  };
}

function valueReader(
  key: Sort["key"],
  { rollUps, ranks }: { rollUps: ReadonlyMap<string, RollUp>; ranks: ReadonlyMap<string, number> },
): (item: WorkItem) => string | number | null {
  switch (key) {
    case "title":
      return (item) => item.title;
    case "number":
      return (item) => item.number;
    case "start":
      return (item) => rollUps.get(item.id)?.start ?? item.start;
    case "end":
      return (item) => rollUps.get(item.id)?.end ?? item.end;
    case "progress":
      return (item) => rollUps.get(item.id)?.progress ?? item.progress;
    default:
      return (item) => {
        const id = fieldIdOf(item, key);
        return id === NONE ? null : (ranks.get(id) ?? null);
      };
  }
}

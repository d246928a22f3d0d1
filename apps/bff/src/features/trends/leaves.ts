import type { WorkItem } from "@gantry/api-contract";

/** Items without children among them: what is counted, since a parent's dates and status follow its children's. */
export function leavesOf(items: readonly WorkItem[]): WorkItem[] {
  const parents = new Set(items.map(({ parentId }) => parentId));
  return items.filter(({ id }) => !parents.has(id));
}

import type { AgreedChange, PlanItems, WorkItem } from "@gantry/api-contract";
import type { GanttBarChange } from "@gantry/gantt";

/** What one gesture on bars asks of the items: only what really differs, each with the value that it replaces. */
export function toAgreedChanges(
  changes: readonly GanttBarChange[],
  itemOf: (id: string) => WorkItem | undefined,
): AgreedChange[] {
  return changes.flatMap((change) => {
    const item = itemOf(change.id);
    if (item === undefined) return [];
    const wanted = [
      { field: "start", from: item.start, to: change.start },
      { field: "end", from: item.end, to: change.end },
      { field: "progress", from: item.progress, to: Math.round(change.progress) },
    ];
    return wanted.flatMap((one): AgreedChange[] => (one.from === one.to ? [] : [{ itemId: item.id, ...one }]));
  });
}

/** The plan's items as they will be when the changes are applied: shown at once, put back if they are not. */
export function withBarChanges(items: PlanItems, changes: readonly GanttBarChange[]): PlanItems {
  const byId = new Map(changes.map((change) => [change.id, change]));
  return {
    ...items,
    items: items.items.map((item) => {
      const change = byId.get(item.id);
      if (change === undefined) return item;
      return { ...item, start: change.start, end: change.end, progress: Math.round(change.progress) };
    }),
  };
}

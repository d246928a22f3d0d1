import type { Sprint, WorkItem } from "@gantry/api-contract";
import { fieldIdOf, fieldNameOf } from "./field-values.ts";
import { type GroupKey, NONE } from "./plan-search.ts";

export const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

const PHASES = { todo: 0, doing: 1, done: 2 } as const;
/** From what holds others to what is held. */
const SHAPES: Record<WorkItem["shape"], number> = { epic: 0, feature: 1, requirement: 2, story: 3, task: 4, bug: 5 };
/** IPD names its priorities; Scrum counts them up. */
const WEIGHTS: Record<string, number> = { highest: 5, urgent: 5, critical: 5, high: 4, middle: 3, medium: 3, low: 2 };

/**
 * Places of a field's values in the order that people expect: sprints by date, statuses by phase, types from large to
 * small, priorities from high to low, people by name. What has no value comes last.
 */
export function rankFieldValues(
  items: readonly WorkItem[],
  { key, sprints }: { key: GroupKey; sprints: readonly Sprint[] },
): Map<string, number> {
  const samples = new Map<string, WorkItem>();
  for (const item of items) {
    const id = fieldIdOf(item, key);
    if (!samples.has(id)) samples.set(id, item);
  }
  const weightOf = weights({ key, sprints });
  const places = [...samples].map(([id, item]) => {
    const isNone = id === NONE;
    return { id, isNone, weight: isNone ? 0 : weightOf(id, item), name: fieldNameOf(item, key) ?? "" };
  });
  places.sort(
    (left, right) =>
      Number(left.isNone) - Number(right.isNone) ||
      left.weight - right.weight ||
      collator.compare(left.name, right.name) ||
      collator.compare(left.id, right.id),
  );
  return new Map(places.map(({ id }, index) => [id, index]));
}

function weights({
  key,
  sprints,
}: {
  key: GroupKey;
  sprints: readonly Sprint[];
}): (id: string, item: WorkItem) => number {
  switch (key) {
    case "assignee":
      return () => 0;
    case "status":
      return (id, item) =>
        PHASES[item.status.phase] * 1_000_000 + (Number.isInteger(Number(id)) ? Number(id) % 1_000_000 : 0);
    case "type":
      return (_id, item) => SHAPES[item.shape];
    case "priority":
      return (id) => -(WEIGHTS[id.toLowerCase()] ?? (Number.isFinite(Number(id)) ? Number(id) : 0));
    case "sprint": {
      const starts = new Map(sprints.map((sprint) => [sprint.id, sprint.start]));
      const days = [...new Set(starts.values())].filter((day) => day !== null).sort();
      return (id) => {
        const start = starts.get(id) ?? null;
        return start === null ? days.length : days.indexOf(start);
      };
    }
  }
}

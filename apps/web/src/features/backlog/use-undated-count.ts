import type { WorkItem } from "@gantry/api-contract";
import { useMemo, useRef } from "react";

/** Answer of Select all: the ids, and how many of them have no dates. */
export type AllMatching = { ids: ReadonlySet<string>; undated: number };

/**
 * How many of the chosen items have no dates: from the rows that were seen, or from the answer of Select all.
 * Null when some were neither seen nor counted.
 */
export function useUndatedCount(input: {
  items: readonly WorkItem[];
  selectedIds: ReadonlySet<string>;
  all: AllMatching | null;
}): number | null {
  const { items, selectedIds, all } = input;
  const seen = useRef(new Map<string, boolean>());
  return useMemo(() => {
    for (const item of items) seen.current.set(item.id, item.start === null && item.end === null);
    return countUndated({ seen: seen.current, selectedIds, all });
  }, [items, selectedIds, all]);
}

export function countUndated(input: {
  seen: ReadonlyMap<string, boolean>;
  selectedIds: ReadonlySet<string>;
  all: AllMatching | null;
}): number | null {
  const { seen, selectedIds, all } = input;
  let undated = 0;
  let unseen = 0;
  for (const id of selectedIds) {
    const isUndated = seen.get(id);
    if (isUndated === undefined) unseen += 1;
    else if (isUndated) undated += 1;
  }
  if (unseen === 0) return undated;
  const isAll = all !== null && all.ids.size === selectedIds.size && [...selectedIds].every((id) => all.ids.has(id));
  return isAll ? all.undated : null;
}

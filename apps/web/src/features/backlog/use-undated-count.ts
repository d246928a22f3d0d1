import type { WorkItem } from "@gantry/api-contract";
import { useMemo, useState } from "react";

/** Answer of Select all: the ids, and how many of them have no dates. */
export type AllMatching = { ids: ReadonlySet<string>; undated: number };

const NOTHING = { items: [], seen: new Map<string, boolean>() };

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
  const [known, setKnown] = useState<{ items: readonly WorkItem[]; seen: ReadonlyMap<string, boolean> }>(NOTHING);
  if (known.items !== items) {
    const seen = new Map(known.seen);
    for (const item of items) seen.set(item.id, item.start === null && item.end === null);
    setKnown({ items, seen });
  }
  return useMemo(() => countUndated({ seen: known.seen, selectedIds, all }), [known.seen, selectedIds, all]);
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

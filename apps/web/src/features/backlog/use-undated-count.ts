import { MAX_ITEMS, type WorkItem } from "@gantry/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { addableQueries } from "../../queries/addable-queries.ts";
import type { Choice } from "./choice.ts";

/** What CodeArts has of all that match. */
type Counted = { total: number; undated: number };

const NOTHING = { items: [], seen: new Map<string, boolean>() };

/**
 * How many of the chosen items have no dates: from the rows that were seen, or, of all that match, as the server
 * counts them. Null while that is not known.
 */
export function useUndatedCount(input: {
  plan: { projectId: string; planId: string };
  items: readonly WorkItem[];
  choice: Choice;
}): number | null {
  const { plan, items, choice } = input;
  const [known, setKnown] = useState<{ items: readonly WorkItem[]; seen: ReadonlyMap<string, boolean> }>(NOTHING);
  if (known.items !== items) {
    const seen = new Map(known.seen);
    for (const item of items) seen.set(item.id, item.start === null && item.end === null);
    setKnown({ items, seen });
  }
  const isAll = choice.kind === "all";
  const counting = useQuery({
    ...addableQueries.count(plan, { search: isAll ? choice.search : "" }),
    enabled: isAll,
    retry: false,
  });
  const counted = counting.data ?? null;
  return useMemo(() => countUndated({ seen: known.seen, choice, counted }), [known.seen, choice, counted]);
}

export function countUndated(input: {
  /** Rows that were loaded, and whether they have no dates. */
  seen: ReadonlyMap<string, boolean>;
  choice: Choice;
  counted: Counted | null;
}): number | null {
  const { seen, choice, counted } = input;
  if (choice.kind === "some") return countAmong(choice.ids, seen);
  // Of more than one change set takes, nobody has counted those that are taken.
  if (counted === null || counted.total - choice.exceptIds.size > MAX_ITEMS) return null;
  const left = countAmong(choice.exceptIds, seen);
  return left === null ? null : Math.max(0, counted.undated - left);
}

function countAmong(ids: ReadonlySet<string>, seen: ReadonlyMap<string, boolean>): number | null {
  let undated = 0;
  for (const id of ids) {
    const isUndated = seen.get(id);
    if (isUndated === undefined) return null;
    if (isUndated) undated += 1;
  }
  return undated;
}

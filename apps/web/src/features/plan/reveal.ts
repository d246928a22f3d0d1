import type { WorkItem } from "@gantry/api-contract";
import { fieldIdOf } from "./field-values.ts";
import { groupIdOf } from "./group-items.ts";
import { FILTER_KEYS, fold, isFolded, type PlanSearch } from "./plan-search.ts";

/** What the address must change for an item's line to be shown: no filter, and nothing folded above it. */
export function toRevealed(
  itemId: string,
  { search, byId }: { search: PlanSearch; byId: ReadonlyMap<string, WorkItem> },
): Partial<PlanSearch> {
  let folded = new Set(search.folded);
  const open = (id: string) => {
    if (isFolded(folded, id)) folded = fold(folded, { id, expanded: true });
  };
  const item = byId.get(itemId);
  if (item !== undefined && search.group !== undefined) open(groupIdOf(search.group, fieldIdOf(item, search.group)));
  const walked = new Set<string>();
  for (let at = item?.parentId ?? null; at !== null && !walked.has(at); at = byId.get(at)?.parentId ?? null) {
    walked.add(at);
    open(at);
  }
  return {
    ...Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined])),
    q: undefined,
    folded: folded.size === 0 ? undefined : [...folded],
  };
}

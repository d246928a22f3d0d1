import { toFilters } from "./overview-search.ts";
import { filterRows, type PlanRow } from "./plan-rows.ts";
import { fromViewText } from "./view-search.ts";

/** How many of the plans a view shows; counted once for each view, since the page is drawn more often than it changes. */
export function createCountOf(rows: readonly PlanRow[]): (view: string) => number {
  const counts = new Map<string, number>();
  return (view) => {
    const known = counts.get(view);
    if (known !== undefined) return known;
    const count = filterRows(rows, toFilters(fromViewText(view))).length;
    counts.set(view, count);
    return count;
  };
}

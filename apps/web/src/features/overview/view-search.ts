import * as v from "valibot";
import { toQueryText } from "../../lib/query-text.ts";
import { fromValues, type OverviewSearch, overviewSearchSchema } from "./overview-search.ts";

/** What a saved view holds of the address; which groups and plans are open is of the moment. */
const VIEW_KEYS = ["view", "q", "project", "type", "creator", "health", "sort", "group", "columns"] as const;

/** The query of an address that shows the same, percent-encoded, without its `?`. */
export function toViewText(search: Partial<OverviewSearch>): string {
  return toQueryText(search, VIEW_KEYS);
}

export function fromViewText(text: string): OverviewSearch {
  return v.parse(overviewSearchSchema, Object.fromEntries(new URLSearchParams(text)));
}

export type OverviewPreset = { key: "all" | "mine" | "late" | "maps"; search: string };

/** Ready-made views, in the form (table, cards, timeline) that is shown. */
export function presetsOf({ view }: OverviewSearch, me: string | undefined): OverviewPreset[] {
  return [
    { key: "all", search: toViewText({ view }) },
    ...(me === undefined ? [] : [{ key: "mine" as const, search: toViewText({ view, creator: me }) }]),
    { key: "late", search: toViewText({ view, health: fromValues(["late", "at-risk"]) }) },
    { key: "maps", search: toViewText({ view, type: "mind" }) },
  ];
}

import * as v from "valibot";
import { toQueryText } from "../../lib/query-text.ts";
import { type TeamSearch, teamSearchSchema } from "./team-search.ts";

/** What a saved view holds of the address; the weeks and the cell that are open are of the moment. */
const VIEW_KEYS = ["q", "project", "plan", "show", "by"] as const;

export function toTeamViewText(search: TeamSearch): string {
  return toQueryText(search, VIEW_KEYS);
}

/** The view's filters over the weeks that are shown. */
export function fromTeamViewText(text: string, { from }: TeamSearch): TeamSearch {
  return { ...v.parse(teamSearchSchema, Object.fromEntries(new URLSearchParams(text))), from };
}

/** Ready-made views, counted as it is shown. */
export function teamPresetsOf({ by }: TeamSearch): { key: "everyone" | "overloaded" | "free"; search: string }[] {
  return [
    { key: "everyone", search: toTeamViewText({ by }) },
    { key: "overloaded", search: toTeamViewText({ show: "overloaded", by }) },
    { key: "free", search: toTeamViewText({ show: "free", by }) },
  ];
}

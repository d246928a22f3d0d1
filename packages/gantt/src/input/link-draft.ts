import type { Chart } from "../chart.ts";
import type { GanttLinkType } from "../types.ts";

export function titleOf(chart: Chart, id: string): string {
  const index = chart.rows.indexOf(id);
  return index === undefined ? "" : (chart.rows.at(index)?.title ?? "");
}

/** A link in words, while it is drawn; `to` is null while it ends nowhere. */
export function textOfDraft(chart: Chart, draft: { from: string; to: string | null; type: GanttLinkType }): string {
  const to = draft.to === null ? null : titleOf(chart, draft.to);
  return chart.options.words.linkDraft(titleOf(chart, draft.from), to, draft.type);
}

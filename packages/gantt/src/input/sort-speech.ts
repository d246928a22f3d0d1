import type { Stage } from "../stage.ts";
import type { GanttColumn } from "../types.ts";
import type { Speech } from "./speech.ts";

/** Says how the rows are sorted when that changes: a head's new direction alone is not read out everywhere. */
export function createSortSpeech({ chart }: Stage, speech: Speech): { updated: () => void } {
  let said = sortedBy(chart.options.columns);
  return {
    updated: () => {
      const now = sortedBy(chart.options.columns);
      const isSame = now?.id === said?.id && now?.sort === said?.sort;
      said = now;
      if (isSame) return;
      speech.say(
        chart.options.words.sorted(now?.header ?? null, now?.sort === "descending" ? "descending" : "ascending"),
      );
    },
  };
}

function sortedBy(columns: readonly GanttColumn[]): GanttColumn | undefined {
  return columns.find(({ sort }) => sort === "ascending" || sort === "descending");
}

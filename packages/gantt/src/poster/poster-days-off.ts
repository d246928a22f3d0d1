import { toIsoDate, type IsoDate } from "@gantry/schedule";
import type { GanttDayKind } from "../types.ts";
import type { PosterLayout } from "./layout.ts";
import type { PosterData } from "./poster-data.ts";

/** Runs of neighbouring days off of one kind on a layout's axis. */
export function posterDaysOff({ axis }: PosterLayout, dayKind: (day: IsoDate) => GanttDayKind): PosterData["daysOff"] {
  const runs: { from: number; to: number; kind: "weekend" | "holiday" }[] = [];
  for (let day = axis.originDay; day < axis.endDay; day += 1) {
    const kind = dayKind(toIsoDate(day));
    if (kind === "working") continue;
    const last = runs.at(-1);
    if (last?.to === day - 1 && last.kind === kind) last.to = day;
    else runs.push({ from: day, to: day, kind });
  }
  return runs;
}

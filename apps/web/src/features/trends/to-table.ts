import type { Words } from "../../i18n/words.ts";
import { plannedOn, type TrendSum } from "../../lib/trends.ts";

export type DayRow = {
  day: TrendSum["points"][number]["day"];
  scope: number;
  done: number;
  unknown: number;
  planned: number;
  source: string;
};

/** The burn-up day by day, the newest first: what the chart shows, for those who read rather than look. */
export function toDayRows({ points, planned }: TrendSum, words: Words): DayRow[] {
  const { trends } = words;
  return points
    .map(({ sources, ...point }) => ({
      ...point,
      planned: plannedOn(planned, point.day),
      source: [...sources].map((source) => trends.source[source]).join(words.common.comma),
    }))
    .toReversed();
}

/** The same as lines of a file; days in ISO form. */
export function toDayLines(sum: TrendSum, words: Words): string[][] {
  const { column } = words.trends;
  const head = [column.day, column.scope, column.done, column.unknown, column.planned, column.source];
  return [
    head,
    ...toDayRows(sum, words).map(({ day, scope, done, unknown, planned, source }) => [
      day,
      String(scope),
      String(done),
      String(unknown),
      String(planned),
      source,
    ]),
  ];
}

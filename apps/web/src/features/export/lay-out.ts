import { toDayNumber } from "@gantry/schedule";
import {
  layOutPoster,
  paperSheet,
  pictureSheet,
  type PosterLayout,
  posterSpan,
  type PosterSheet,
} from "@gantry/gantt/poster";
import type { ExportChoice } from "./export-choice.ts";
import type { ExportSource } from "./export-source.ts";

export const MOST_PAGES = 3_000;
const LEAST_TITLE_PX = 220;

export type PosterSpan = ReturnType<typeof posterSpan>;

/** First and last day on a poster of the plan; reads every row, so it is worth keeping. */
export function spanOf(source: Pick<ExportSource, "rows" | "today">): PosterSpan {
  return posterSpan(source.rows, source.today);
}

/** How a drawing of the plan is divided into pages or pictures. */
export function layOut(
  source: ExportSource,
  { choice, span }: { choice: ExportChoice; span: PosterSpan },
): PosterLayout {
  const time = choice.time ?? source.scale;
  const scale = time === "fit" ? source.scale : time;
  const [title = LEAST_TITLE_PX, ...others] = source.columns.map(({ width }) => width);
  const layOutOn = (sheet: PosterSheet) =>
    layOutPoster({
      rowCount: source.rows.length,
      span,
      today: toDayNumber(source.today),
      hasSprints: source.sprints.length > 0,
      columnWidths: [Math.max(LEAST_TITLE_PX, title), ...others],
      sheet,
      scale,
      fitWidth: time === "fit",
    });
  if (choice.format === "pdf") return layOutOn(paperSheet(choice.paper, choice.orientation));
  const whole = layOutOn(null);
  const sheet = choice.format === "png" ? pictureSheet(whole.page, Number(choice.pixelRatio)) : null;
  return sheet === null ? whole : layOutOn(sheet);
}

export function pageCount({ pageRows, pageColumns }: PosterLayout): number {
  return pageRows.length * pageColumns.length;
}

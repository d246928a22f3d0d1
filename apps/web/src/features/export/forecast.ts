import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { type ExportChoice, isPoster } from "./export-choice.ts";
import type { ExportSource } from "./export-source.ts";
import { layOut, MOST_PAGES, pageCount, type PosterSpan } from "./lay-out.ts";
import { isEvent } from "./plan-ics.ts";

export type Forecast = {
  /** "84 rows, 12 pages (4 across, 3 down), about 1 MB". */
  text: string;
  /** What will be missing. */
  note: string | null;
  /** Why it can't be exported like this. */
  refusal: string | null;
};

/** Measured on plans of 1,000 and 10,000 rows; files of short Chinese titles are a little larger. */
const BYTES = {
  pdfRow: 150,
  pdfPage: 1_500,
  pdfFont: 40_000,
  svgRow: 1_900,
  csvRow: 190,
  icsEvent: 395,
  pixel: 0.08,
} as const;
/** More would take minutes, and a gigabyte of memory for the ZIP. */
const MOST_PIXELS = 2_500_000_000;

export type ForecastInput = { choice: ExportChoice; span: PosterSpan; words: Words; format: Format };

/** What a file will be, before it is made. */
export function forecast(source: ExportSource, input: ForecastInput): Forecast {
  const { choice, words, format } = input;
  const { takeAway } = words;
  const count = source.rows.length;
  if (count === 0) return { text: takeAway.rowCount(0), note: null, refusal: takeAway.nothing };
  const say = (parts: readonly string[], bytes: number) =>
    [...parts, takeAway.roughly(saySize(bytes, words))].join(words.common.comma);
  if (!isPoster(choice.format)) {
    if (choice.format === "csv")
      return { text: say([takeAway.rowCount(count)], count * BYTES.csvRow), note: null, refusal: null };
    const events = source.rows.filter(isEvent).length;
    const refusal = events === 0 ? takeAway.nothing : null;
    return { text: say([takeAway.eventCount(events)], events * BYTES.icsEvent), note: null, refusal };
  }
  const layout = layOut(source, input);
  const pages = pageCount(layout);
  const left = source.columns.slice(layout.columnCount).map(({ header }) => header);
  const note = left.length === 0 ? null : takeAway.columnsLeftOut(format.list(left));
  const refusal = pages > MOST_PAGES ? takeAway.tooManyPages(MOST_PAGES) : null;
  const rows = takeAway.rowCount(count);
  if (choice.format === "svg") return { text: say([rows], count * BYTES.svgRow), note, refusal };
  if (choice.format === "pdf") {
    const text = takeAway.pageCount(pages, layout.pageColumns.length, layout.pageRows.length);
    const bytes = BYTES.pdfFont + pages * BYTES.pdfPage + count * layout.pageColumns.length * BYTES.pdfRow;
    return { text: say([rows, text], bytes), note, refusal };
  }
  const ratio = Number(choice.pixelRatio);
  const [width, height] = [Math.round(layout.page.width * ratio), Math.round(layout.page.height * ratio)];
  const pixels = pages * width * height;
  const text = pages === 1 ? takeAway.pictureSize(width, height) : takeAway.pictureCount(pages);
  return {
    text: say([rows, text], pixels * BYTES.pixel),
    note,
    refusal: pixels > MOST_PIXELS ? takeAway.tooManyPixels : refusal,
  };
}

function saySize(bytes: number, { takeAway }: Words): string {
  if (bytes < 950_000) return takeAway.kilobytes(Math.max(1, Math.round(bytes / 1000)));
  return takeAway.megabytes(Math.round(bytes / 1_000_000));
}

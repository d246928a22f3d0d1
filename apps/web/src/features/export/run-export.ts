import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { createSlices } from "../../lib/slices.ts";
import type { ExportChoice, PosterFormat } from "./export-choice.ts";
import type { ExportSource } from "./export-source.ts";
import { toFileName } from "./file-name.ts";
import { layOut, pageCount, type PosterSpan } from "./lay-out.ts";
import { createPosterMaker } from "./make-in-worker.ts";
import { makeCsv } from "./plan-csv.ts";
import { makeIcs } from "./plan-ics.ts";
import { toPosterFrame, toPosterRow } from "./poster-data.ts";

export type ExportOptions = {
  choice: ExportChoice;
  span: PosterSpan;
  words: Words;
  format: Format;
  locale: string;
  /** Epoch milliseconds. */
  madeAt: number;
  signal: AbortSignal;
  /** The part that is done, 0–1. */
  onProgress: (done: number) => void;
};

/** Reading the rows takes about this part of making a drawing. */
const READING_PART = 0.15;
const ROWS_A_STEP = 100;

/** Makes the chosen file without keeping the page from drawing. Throws the signal's reason when it was cancelled. */
export async function runExport(source: ExportSource, options: ExportOptions): Promise<{ name: string; file: Blob }> {
  const { choice, words, madeAt, onProgress } = options;
  const breathe = createSlices(options.signal);
  const onText = async (done: number) => {
    onProgress(done);
    await breathe();
  };
  const nameWith = (ending: string) =>
    toFileName({ name: source.plan.name, day: source.today, ending, fallback: words.takeAway.fallbackName });
  if (choice.format === "csv")
    return { name: nameWith("csv"), file: await makeCsv(source, { words, onProgress: onText }) };
  if (choice.format === "ics")
    return { name: nameWith("ics"), file: await makeIcs(source, { words, madeAt, onProgress: onText }) };
  return drawPlan(source, { ...options, poster: choice.format, breathe, nameWith });
}

type DrawOptions = ExportOptions & {
  poster: PosterFormat;
  breathe: () => Promise<void>;
  nameWith: (ending: string) => string;
};

async function drawPlan(source: ExportSource, options: DrawOptions): Promise<{ name: string; file: Blob }> {
  const { choice, poster, breathe, nameWith, madeAt, signal } = options;
  const layout = layOut(source, options);
  const maker = createPosterMaker(poster, {
    signal,
    breathe,
    onProgress: (done) => options.onProgress(READING_PART + done * (1 - READING_PART)),
  });
  for (let from = 0; from < source.rows.length; from += ROWS_A_STEP) {
    maker.add(source.rows.slice(from, from + ROWS_A_STEP).map((row) => toPosterRow(row, source)));
    options.onProgress((from / source.rows.length) * READING_PART);
    await breathe();
  }
  const pixelRatio = Number(choice.pixelRatio);
  const data = toPosterFrame(source, { ...options, layout });
  const name = nameWith("").replace(/\.$/, "");
  const file = await maker.make({ format: poster, data, layout, pixelRatio, name, madeAt });
  return { name: nameWith(poster === "png" && pageCount(layout) > 1 ? "zip" : poster), file };
}

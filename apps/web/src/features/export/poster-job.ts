import {
  makePdf,
  makePng,
  makeSvg,
  createTextMeasure,
  type PosterCanvas,
  type PosterData,
  type PosterLayout,
  type PosterRow,
} from "@gantry/gantt/poster";
import type { PosterFormat } from "./export-choice.ts";
import { ExportError } from "./failure.ts";
import { readFontSlice } from "./font-files.ts";

/** A drawing to be made, as plain data. Its rows come apart, in parts. */
export type PosterJob = {
  format: PosterFormat;
  data: Omit<PosterData, "rows">;
  layout: PosterLayout;
  pixelRatio: number;
  /** Of the pictures in a ZIP. */
  name: string;
  madeAt: number;
};

/** Makes the file, here: in the worker, or on the page where there is none. */
export async function makePoster(
  job: PosterJob & { rows: readonly PosterRow[] },
  options: { onProgress: (done: number) => void | Promise<void> },
): Promise<Blob> {
  const { layout, pixelRatio, name, madeAt } = job;
  const data = { ...job.data, rows: job.rows };
  if (job.format === "pdf") return makePdf({ data, layout, readSlice: readFontSlice, madeAt }, options);
  if (job.format === "png") return makePng({ data, layout, pixelRatio, createCanvas, name }, options);
  const { context } = createCanvas({ width: 1, height: 1 });
  return makeSvg({ data, layout, measure: createTextMeasure(context) }, options);
}

function createCanvas({ width, height }: { width: number; height: number }): PosterCanvas {
  if (typeof OffscreenCanvas === "undefined") return createPageCanvas({ width, height });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { alpha: false });
  if (context === null) throw new ExportError("canvas");
  return { context, toPng: () => canvas.convertToBlob({ type: "image/png" }) };
}

function createPageCanvas(size: { width: number; height: number }): PosterCanvas {
  const canvas = Object.assign(document.createElement("canvas"), size);
  const context = canvas.getContext("2d", { alpha: false });
  if (context === null) throw new ExportError("canvas");
  return {
    context,
    toPng: () =>
      new Promise((made, failed) =>
        canvas.toBlob((file) => (file === null ? failed(new ExportError("canvas")) : made(file)), "image/png"),
      ),
  };
}

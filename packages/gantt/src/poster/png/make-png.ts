import { zipSync } from "fflate";
import { placeLinks } from "../draw/draw-links.ts";
import { drawPage, pagesOf } from "../draw/draw-page.ts";
import { createScene } from "../draw/scene.ts";
import type { PosterLayout } from "../layout.ts";
import type { MakeOptions } from "../make-options.ts";
import type { PosterData } from "../poster-data.ts";
import { createCanvasSurface } from "./canvas-surface.ts";

/** One picture's canvas; the caller knows whether it is on a page or in a worker. */
export type PosterCanvas = {
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  toPng: () => Promise<Blob>;
};

export type PngInput = {
  data: PosterData;
  layout: PosterLayout;
  /** Device pixels for a CSS pixel. */
  pixelRatio: number;
  createCanvas: (size: { width: number; height: number }) => PosterCanvas;
  /** Name of the pictures in a ZIP, without number and ending. */
  name: string;
};

/** One picture, or a ZIP of numbered ones where the layout has several pages. */
export async function makePng(input: PngInput, { onProgress }: MakeOptions): Promise<Blob> {
  const { data, layout, pixelRatio, createCanvas } = input;
  const pages = pagesOf(layout);
  const total = Math.max(1, data.rows.length * layout.pageColumns.length);
  const digits = String(pages.length).length;
  const pictures: Record<string, Uint8Array> = {};
  let rowsDone = 0;
  for (const page of pages) {
    const { width, height } = layout.page;
    const canvas = createCanvas({ width: Math.round(width * pixelRatio), height: Math.round(height * pixelRatio) });
    canvas.context.scale(pixelRatio, pixelRatio);
    const scene = createScene({ data, layout, surface: createCanvasSurface(canvas.context) });
    for (const rows of drawPage(scene, { page, links: placeLinks(scene) })) {
      rowsDone += rows;
      await onProgress(rowsDone / total);
    }
    const picture = await canvas.toPng();
    if (pages.length === 1) return picture;
    const number = String(page.number + 1).padStart(digits, "0");
    pictures[`${input.name} ${number}.png`] = new Uint8Array(await picture.arrayBuffer());
  }
  // PNG is compressed already: level 0 only packs.
  return new Blob([zipSync(pictures, { level: 0 })], { type: "application/zip" });
}

import { placeLinks } from "../draw/draw-links.ts";
import { drawPage, pagesOf } from "../draw/draw-page.ts";
import { createScene } from "../draw/scene.ts";
import { createFontSubset, type ReadSlice } from "../font/font-subset.ts";
import type { PosterLayout } from "../layout.ts";
import type { MakeOptions } from "../make-options.ts";
import type { PosterData } from "../poster-data.ts";
import { charactersOf } from "./characters-of.ts";
import { createPdfFile, pdfText } from "./pdf-file.ts";
import { createPdfSurface, POINTS_PER_PX } from "./pdf-surface.ts";
import { writeFont } from "./write-font.ts";

export type PdfInput = {
  data: PosterData;
  layout: PosterLayout;
  readSlice: ReadSlice;
  /** Epoch milliseconds. */
  madeAt: number;
};

/** The plan as a PDF with a text layer, a page after the other. */
export async function makePdf(input: PdfInput, { onProgress }: MakeOptions): Promise<Blob> {
  const { data, layout } = input;
  const font = await createFontSubset(charactersOf(data), input.readSlice);
  const file = createPdfFile();
  const surface = createPdfSurface(font);
  const scene = createScene({ data, layout, surface });
  const links = placeLinks(scene);
  const [fontNumber, tree] = [file.reserve(), file.reserve()];
  const width = layout.page.width * POINTS_PER_PX;
  const height = layout.page.height * POINTS_PER_PX;
  const total = Math.max(1, data.rows.length * layout.pageColumns.length);
  const pages: number[] = [];
  let rowsDone = 0;
  for (const page of pagesOf(layout)) {
    const parts = [`${POINTS_PER_PX} 0 0 ${-POINTS_PER_PX} 0 ${height} cm\n`];
    for (const rows of drawPage(scene, { page, links })) {
      rowsDone += rows;
      parts.push(surface.take());
      await onProgress(rowsDone / total);
    }
    parts.push(surface.take());
    const content = await file.stream(parts.join(""));
    pages.push(
      file.object(
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${size(width)} ${size(height)}] /Contents ${content} 0 R ` +
          `/Resources << /Font << /F1 ${fontNumber} 0 R >> >> >>`,
      ),
    );
  }
  await writeFont(file, { font, number: fontNumber });
  file.object(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(" ")}] >>`,
    tree,
  );
  const root = file.object(
    `<< /Type /Catalog /Pages ${tree} 0 R /Lang ${pdfText(data.locale)} /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const date = `(D:${new Date(input.madeAt).toISOString().replaceAll(/[-:T]/g, "").slice(0, 14)}Z)`;
  const info = file.object(`<< /Title ${pdfText(data.title)} /Producer (Gantry) /CreationDate ${date} >>`);
  return file.finish({ root, info });
}

function size(points: number): number {
  return Math.round(points * 1000) / 1000;
}

import { createScene } from "../draw/scene.ts";
import { drawPage, pagesOf } from "../draw/draw-page.ts";
import { placeLinks } from "../draw/draw-links.ts";
import type { PosterLayout } from "../layout.ts";
import type { MakeOptions } from "../make-options.ts";
import type { PosterData } from "../poster-data.ts";
import type { Lettering } from "../surface.ts";
import { FONTS } from "../fonts.ts";
import { escapeXml } from "./escape-xml.ts";
import { createSvgSurface } from "./svg-surface.ts";

export type SvgInput = {
  data: PosterData;
  layout: PosterLayout;
  measure: (text: string, lettering: Lettering) => number;
};

/** The plan as one SVG file: the layout's first page, which has to hold the whole plan. */
export async function makeSvg({ data, layout, measure }: SvgInput, { onProgress }: MakeOptions): Promise<Blob> {
  const surface = createSvgSurface(measure);
  const scene = createScene({ data, layout, surface });
  const { width, height } = layout.page;
  const parts = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` xml:lang="${escapeXml(data.locale)}" font-family="${escapeXml(FONTS)}">\n`,
    `<title>${escapeXml(data.title)}</title>\n`,
  ];
  const links = placeLinks(scene);
  const [page] = pagesOf(layout);
  let rowsDone = 0;
  if (page)
    for (const rows of drawPage(scene, { page, links })) {
      rowsDone += rows;
      parts.push(surface.take());
      await onProgress(rowsDone / Math.max(1, data.rows.length));
    }
  parts.push(surface.take(), "</svg>\n");
  return new Blob(parts, { type: "image/svg+xml;charset=utf-8" });
}

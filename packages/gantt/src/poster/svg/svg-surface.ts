import { round } from "../draw/draw-backdrop.ts";
import type { Lettering, Paint, Surface, TextPlace } from "../surface.ts";
import { escapeXml } from "./escape-xml.ts";

export type SvgSurface = Surface & {
  /** The markup since the last call. */
  take: () => string;
};

const LONG_FRACTION = /-?\d+\.\d{3,}(?:e-?\d+)?/g;

/** Writes SVG elements; text stays text, nothing of the data becomes markup. */
export function createSvgSurface(measure: (text: string, lettering: Lettering) => number): SvgSurface {
  let parts: string[] = [];
  return {
    measure,
    rect: ({ x, y, width, height, corner }, paint) => {
      const place = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
      parts.push(`<rect ${place}${corner ? ` rx="${corner}"` : ""}${paintAttributes(paint)}/>\n`);
    },
    path: (data, { place, ...paint }) => {
      if (data === "") return;
      const moved = place ? ` transform="translate(${round(place.x)} ${round(place.y)}) scale(${place.scale})"` : "";
      const short = data.replace(LONG_FRACTION, (number) => String(round(Number(number))));
      parts.push(`<path d="${short}"${moved}${paintAttributes(paint)}/>\n`);
    },
    text: (text, place) => parts.push(textElement(text, place)),
    enter: ({ clip, dx, dy }) => {
      const { x, y, width, height } = clip;
      const box = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
      const view = `${round(x - dx)} ${round(y - dy)} ${round(width)} ${round(height)}`;
      parts.push(`<svg ${box} viewBox="${view}">\n`);
    },
    leave: () => parts.push("</svg>\n"),
    take: () => {
      const markup = parts.join("");
      parts = [];
      return markup;
    },
  };
}

function paintAttributes({ fill, stroke, strokeWidth, dash, evenOdd }: Paint): string {
  const filled = ` fill="${fill ?? "none"}"${evenOdd ? ' fill-rule="evenodd"' : ""}`;
  if (stroke === undefined) return filled;
  const dashed = dash ? ` stroke-dasharray="${dash.join(" ")}"` : "";
  return `${filled} stroke="${stroke}"${strokeWidth === 1 ? "" : ` stroke-width="${strokeWidth ?? 1}"`}${dashed}`;
}

function textElement(text: string, place: TextPlace): string {
  const { x, y, size, fill, bold, anchor, halo, unseen } = place;
  const attributes = [`x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"`];
  if (bold) attributes.push('font-weight="600"');
  if (anchor && anchor !== "start") attributes.push(`text-anchor="${anchor}"`);
  if (halo) attributes.push(`stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`);
  const title = unseen === undefined ? "" : `<title>${escapeXml(text + unseen)}</title>`;
  return `<text ${attributes.join(" ")}>${title}${escapeXml(unseen === undefined ? text : `${text}…`)}</text>\n`;
}

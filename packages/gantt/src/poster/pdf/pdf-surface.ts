import { round } from "../draw/draw-backdrop.ts";
import type { FontSubset } from "../font/font-subset.ts";
import type { Lettering, Paint, Surface, TextPlace } from "../surface.ts";
import { pathOperators } from "./path-operators.ts";
import { glyphHex } from "./write-font.ts";

export type PdfSurface = Surface & {
  /** The operators since the last call. */
  take: () => string;
};

/** CSS pixels to points. */
export const POINTS_PER_PX = 0.75;
/** Part of the font size by which bold letters are thickened: one weight of the font serves both. */
const BOLD_EDGE = 0.035;
/** Width of an ellipsis, as a part of the font size. */
const ELLIPSIS_PART = 0.85;
/** How far a quarter circle's control points reach, as a part of the radius. */
const ROUND_CORNER = 0.5523;

/** Writes PDF operators in a system whose y grows downwards. */
export function createPdfSurface(font: FontSubset): PdfSurface {
  let operators: string[] = [];
  const draw = (path: string, paint: Paint) => operators.push(paintOperators(path, paint));
  return {
    measure: createFontMeasure(font),
    rect: ({ x, y, width, height, corner = 0 }, paint) => {
      const radius = Math.min(corner, width / 2, height / 2);
      draw(radius > 0 ? roundRect({ x, y, width, height, radius }) : boxOperator({ x, y, width, height }), paint);
    },
    path: (data, { place, ...paint }) => {
      if (data === "") return;
      if (!place) return void draw(pathOperators(data), paint);
      const { x, y, scale } = place;
      operators.push(`q ${scale} 0 0 ${scale} ${round(x)} ${round(y)} cm\n1 J 1 j\n`);
      draw(pathOperators(data), paint);
      operators.push("Q\n");
    },
    text: (text, place) => operators.push(textOperators(font, { text, ...place })),
    enter: ({ clip, dx, dy }) => operators.push(`q ${boxOperator(clip)} W n\n1 0 0 1 ${round(dx)} ${round(dy)} cm\n`),
    leave: () => operators.push("Q\n"),
    take: () => {
      const content = operators.join("");
      operators = [];
      return content;
    },
  };
}

/** Widths by the font's own metrics; remembers, since plans repeat most of their words. */
function createFontMeasure(font: FontSubset): Surface["measure"] {
  const known = new Map<string, number>();
  return (text: string, { size, bold }: Lettering) => {
    let thousandths = known.get(text);
    if (thousandths === undefined) {
      thousandths = 0;
      for (const character of text) thousandths += font.advanceOf(character.codePointAt(0) ?? 0);
      known.set(text, thousandths);
    }
    return (thousandths * size) / 1000 + (bold ? size * BOLD_EDGE : 0);
  };
}

type Place = { x: number; y: number; width: number; height: number };

function boxOperator({ x, y, width, height }: Place): string {
  return `${round(x)} ${round(y)} ${round(width)} ${round(height)} re`;
}

function roundRect({ x, y, width, height, radius }: Place & { radius: number }): string {
  const [right, bottom, bend] = [x + width, y + height, radius * (1 - ROUND_CORNER)];
  const point = (...numbers: number[]) => numbers.map(round).join(" ");
  return [
    `${point(x + radius, y)} m ${point(right - radius, y)} l`,
    `${point(right - bend, y, right, y + bend, right, y + radius)} c ${point(right, bottom - radius)} l`,
    `${point(right, bottom - bend, right - bend, bottom, right - radius, bottom)} c ${point(x + radius, bottom)} l`,
    `${point(x + bend, bottom, x, bottom - bend, x, bottom - radius)} c ${point(x, y + radius)} l`,
    `${point(x, y + bend, x + bend, y, x + radius, y)} c h`,
  ].join("\n");
}

function paintOperators(path: string, { fill, stroke, strokeWidth = 1, dash, evenOdd }: Paint): string {
  const look: string[] = [];
  if (fill !== undefined) look.push(`${colourNumbers(fill)} rg`);
  if (stroke !== undefined) look.push(`${colourNumbers(stroke)} RG ${strokeWidth} w`);
  if (dash !== undefined) look.push(`[${dash.join(" ")}] 0 d`);
  const operator = fill === undefined ? "S" : stroke === undefined ? (evenOdd ? "f*" : "f") : "B";
  return `${look.join(" ")}\n${path} ${operator}\n${dash === undefined ? "" : "[] 0 d\n"}`;
}

function textOperators(font: FontSubset, place: TextPlace & { text: string }): string {
  const { text, size, fill, bold, halo, unseen } = place;
  const measure = (part: string) =>
    Array.from(part).reduce((sum, one) => sum + font.advanceOf(one.codePointAt(0) ?? 0), 0);
  const width = (measure(text) * size) / 1000;
  const shift = place.anchor === "end" ? width : place.anchor === "middle" ? width / 2 : 0;
  const x = place.x - shift;
  const codes = codesOf(font, text);
  const start = `BT /F1 ${size} Tf 1 0 0 -1 ${round(x)} ${round(place.y)} Tm`;
  const ink = colourNumbers(fill);
  const edge = bold ? `2 Tr ${ink} RG ${round(size * BOLD_EDGE)} w ` : "0 Tr ";
  // The halo is letters without a code of their own in the text: drawn as artifact, or a search would find them twice.
  const glow = halo === undefined ? "" : `/Artifact BMC\n${haloBox({ ...place, x, width, colour: halo })}EMC\n`;
  if (unseen === undefined) return `${glow}${start} ${edge}${ink} rg <${codes}> Tj ET\n`;
  // What has no room is written without ink and so small that it fits below the ellipsis: searches find and mark it.
  const small = Math.max(
    0.01,
    Math.min(size, ((size * ELLIPSIS_PART * 1000) / Math.max(1, measure(unseen) * size)) * size),
  );
  const hidden = `3 Tr /F1 ${Math.round(small * 1000) / 1000} Tf <${codesOf(font, unseen)}> Tj`;
  return `${glow}${start} ${edge}${ink} rg <${codes}> Tj ${hidden} ET\n${ellipsis({ x: x + width, y: place.y, size, ink })}`;
}

function haloBox({
  x,
  y,
  size,
  width,
  colour,
}: {
  x: number;
  y: number;
  size: number;
  width: number;
  colour: string;
}): string {
  const box = { x: x - 2, y: y - size * 0.85, width: width + 4, height: size * 1.15 };
  return `${colourNumbers(colour)} rg ${boxOperator(box)} f\n`;
}

function ellipsis({ x, y, size, ink }: { x: number; y: number; size: number; ink: string }): string {
  const dot = size * 0.1;
  const dots = [0.12, 0.4, 0.68].map((at) => boxOperator({ x: x + size * at, y: y - dot, width: dot, height: dot }));
  return `${ink} rg ${dots.join(" ")} f\n`;
}

function codesOf(font: FontSubset, text: string): string {
  let codes = "";
  for (const character of text) codes += glyphHex(font.glyphOf(character.codePointAt(0) ?? 0));
  return codes;
}

const colours = new Map<string, string>();

/** `#rrggbb` as three numbers from 0 to 1. */
function colourNumbers(colour: string): string {
  const known = colours.get(colour);
  if (known !== undefined) return known;
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const numbers = channels.map((value) => Math.round(value * 1000) / 1000).join(" ");
  colours.set(colour, numbers);
  return numbers;
}

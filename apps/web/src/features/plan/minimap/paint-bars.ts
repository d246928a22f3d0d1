import type { GanttRow } from "@gantry/gantt";
import { toDayNumber } from "@gantry/schedule";
import { type MinimapScale, rowHeightOf, xOfDay } from "./minimap-scale.ts";

/** How many bars and how many late ones cover each pixel, row by row. */
export type Density = { width: number; height: number; bars: Uint16Array; late: Uint16Array };

/**
 * Counts the bars over each pixel. A bar costs two additions, whatever its length: what begins and what ends at a pixel is
 * noted, and summed up along the lines at the end.
 */
export function measureDensity(rows: readonly GanttRow[], scale: MinimapScale): Density {
  const width = Math.max(1, Math.round(scale.width));
  const height = Math.max(1, Math.round(scale.height));
  const stride = width + 1;
  const bars = new Int32Array(stride * height);
  const late = new Int32Array(stride * height);
  const rowHeight = rowHeightOf(scale);
  const dayOf = createDayReader();
  rows.forEach((row, index) => {
    if (row.heading || row.shape === "none") return;
    const end = row.end ?? row.start;
    const start = row.start ?? row.end;
    if (start === null || end === null) return;
    const [first, last] = start <= end ? [start, end] : [end, start];
    const from = clamp(Math.floor(xOfDay(scale, dayOf(first))), width - 1);
    const to = clamp(Math.ceil(xOfDay(scale, dayOf(last) + 1)), width);
    const line = Math.min(height - 1, Math.floor((index + 0.5) * rowHeight));
    const sums = row.overdue ? late : bars;
    sums[line * stride + from] = (sums[line * stride + from] ?? 0) + 1;
    const stop = line * stride + Math.max(from + 1, to);
    sums[stop] = (sums[stop] ?? 0) - 1;
  });
  return { width, height, bars: sumUp(bars, { width, height }), late: sumUp(late, { width, height }) };
}

function sumUp(changes: Int32Array, { width, height }: { width: number; height: number }): Uint16Array {
  const sums = new Uint16Array(width * height);
  for (let y = 0; y < height; y += 1) {
    let sum = 0;
    for (let x = 0; x < width; x += 1) {
      sum += changes[y * (width + 1) + x] ?? 0;
      sums[y * width + x] = sum;
    }
  }
  return sums;
}

export type Ink = { bars: readonly [number, number, number]; late: readonly [number, number, number] };

const LIGHTEST = 0.42;

/** The density as pixels: the more bars, the stronger; late ones in their own colour above the others. */
export function toPixels(density: Density, ink: Ink): Uint8ClampedArray<ArrayBuffer> {
  const { bars, late } = density;
  const pixels = new Uint8ClampedArray(bars.length * 4);
  const most = Math.max(1, maxOf(bars), maxOf(late));
  for (let index = 0; index < bars.length; index += 1) {
    const lateHere = late[index] ?? 0;
    const count = lateHere > 0 ? lateHere : (bars[index] ?? 0);
    if (count === 0) continue;
    const [red, green, blue] = lateHere > 0 ? ink.late : ink.bars;
    pixels[index * 4] = red;
    pixels[index * 4 + 1] = green;
    pixels[index * 4 + 2] = blue;
    pixels[index * 4 + 3] = 255 * (most === 1 ? 0.75 : LIGHTEST + (1 - LIGHTEST) * (count / most));
  }
  return pixels;
}

function maxOf(counts: Uint16Array): number {
  let most = 0;
  for (const count of counts) if (count > most) most = count;
  return most;
}

function clamp(x: number, most: number): number {
  return Math.min(most, Math.max(0, x));
}

/** Plans repeat few days many times: each text is read once. */
function createDayReader(): (day: NonNullable<GanttRow["start"]>) => number {
  const known = new Map<string, number>();
  return (day) => {
    const seen = known.get(day);
    if (seen !== undefined) return seen;
    const read = toDayNumber(day);
    known.set(day, read);
    return read;
  };
}

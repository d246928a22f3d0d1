import { boxesTouch, type Box } from "./bar-box.ts";

export type BoxSelectionInput = {
  /** The box that was drawn, in the chart's pixels. */
  box: Box;
  rowHeight: number;
  rowCount: number;
  /** Null for a row without a bar. */
  barAt: (index: number) => Box | null;
};

/** Indexes of the rows whose bar the box touches, whether they have DOM or not. */
export function rowsInBox({ box, rowHeight, rowCount, barAt }: BoxSelectionInput): number[] {
  const first = Math.max(0, Math.floor(box.y / rowHeight));
  const last = Math.min(rowCount - 1, Math.floor((box.y + box.height) / rowHeight));
  const hits: number[] = [];
  for (let index = first; index <= last; index += 1) {
    const bar = barAt(index);
    if (bar && boxesTouch(bar, box)) hits.push(index);
  }
  return hits;
}

/** The box between two corners. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

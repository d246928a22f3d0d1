/** Drawn beyond the view on each side. Pixels, not lines: tall lines hold much, and all of it costs in every frame. */
const OVERSCAN_PX = 360;
/** The window moves in such steps, so that most scrolling draws nothing new. */
const STEP_PX = 144;

export type LineWindow = { first: number; last: number };

/** Where each line begins, and where the last one ends, in pixels. */
export function toTops(heights: readonly number[]): number[] {
  let top = 0;
  return [0, ...heights.map((height) => (top += height))];
}

/** The line at a height; the last one beyond the end. */
export function lineAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Lines from `first` to before `last`.
 * @param view pixels of lines above its upper edge, and its height
 */
export function windowOf(tops: readonly number[], view: { above: number; height: number }): LineWindow {
  const top = Math.floor((view.above - OVERSCAN_PX) / STEP_PX) * STEP_PX;
  const bottom = Math.ceil((view.above + view.height + OVERSCAN_PX) / STEP_PX) * STEP_PX;
  return {
    first: lineAt(tops, Math.max(0, top)),
    last: Math.min(tops.length - 1, lineAt(tops, Math.max(0, bottom)) + 1),
  };
}

/** What stands in the page: lines, and the empty space in the place of those that don't. */
export type WindowPart = { kind: "line"; index: number } | { kind: "gap"; before: number; height: number };

/** @param kept a line that stays in the page however far it is scrolled away: it has the focus */
export function partsOf(
  tops: readonly number[],
  { window, kept }: { window: LineWindow; kept: number | null },
): WindowPart[] {
  const count = tops.length - 1;
  const indexes = Array.from({ length: window.last - window.first }, (_, at) => window.first + at);
  if (kept !== null && kept < count && kept >= 0 && !indexes.includes(kept)) {
    if (kept < window.first) indexes.unshift(kept);
    else indexes.push(kept);
  }
  const parts: WindowPart[] = [];
  let next = 0;
  const addGap = (until: number) => {
    const height = (tops[until] ?? 0) - (tops[next] ?? 0);
    if (height > 0) parts.push({ kind: "gap", before: until, height });
  };
  for (const index of indexes) {
    addGap(index);
    parts.push({ kind: "line", index });
    next = index + 1;
  }
  addGap(count);
  return parts;
}

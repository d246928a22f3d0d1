import type { RowModel } from "./row-model.ts";

/** First row in view, with its fraction, and how many rows are in view. */
export type RowView = { topRow: number; rowsInView: number };

/**
 * Which row, with its fraction, must come to the top so that the first row in view that is still among the new ones keeps
 * its place on the screen: rows above it may come, go or change their order. Where none of those in view is left, the next
 * one that remains takes the top. Rows that change their order while the view is at the very top leave it there: who sorts
 * wants to see what comes first.
 */
export function anchoredTopRow(before: RowModel, after: RowModel, { topRow, rowsInView }: RowView): number {
  const first = Math.floor(topRow);
  const end = Math.min(before.count, Math.ceil(topRow + rowsInView));
  if (topRow <= 0 && isReordered(before, after, { first, end })) return 0;
  const anchor = nearestRemaining(before, after, first);
  if (!anchor) return topRow;
  const isInView = anchor.before >= first && anchor.before < end;
  return Math.max(0, isInView ? topRow + anchor.after - anchor.before : anchor.after);
}

/**
 * The row that takes over from one that is gone: its nearest ancestor if that was folded over it, else the next one below
 * that remains, else the nearest above.
 */
export function successorOf(before: RowModel, after: RowModel, index: number): number | null {
  let level = before.at(index)?.level ?? 1;
  for (let above = index - 1; above >= 0 && level > 1; above -= 1) {
    const row = before.at(above);
    if (!row || row.level >= level) continue;
    level = row.level;
    const ancestor = after.indexOf(row.id);
    if (ancestor === undefined) continue;
    if (after.at(ancestor)?.expanded === false) return ancestor;
    break;
  }
  return nearestRemaining(before, after, index)?.after ?? null;
}

/** The first row from `index` on that is among the new rows too, else the nearest above. */
function nearestRemaining(
  before: RowModel,
  after: RowModel,
  index: number,
): { before: number; after: number } | undefined {
  for (let below = index; below < before.count; below += 1) {
    const kept = keptAt(before, after, below);
    if (kept !== undefined) return { before: below, after: kept };
  }
  for (let above = Math.min(index, before.count) - 1; above >= 0; above -= 1) {
    const kept = keptAt(before, after, above);
    if (kept !== undefined) return { before: above, after: kept };
  }
  return undefined;
}

function keptAt(before: RowModel, after: RowModel, index: number): number | undefined {
  const row = before.at(index);
  return row && after.indexOf(row.id);
}

function isReordered(before: RowModel, after: RowModel, { first, end }: { first: number; end: number }): boolean {
  let last = -1;
  for (let index = first; index < end; index += 1) {
    const kept = keptAt(before, after, index);
    if (kept === undefined) continue;
    if (kept < last) return true;
    last = kept;
  }
  return false;
}

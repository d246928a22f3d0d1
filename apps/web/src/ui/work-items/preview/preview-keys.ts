import type { PreviewRow } from "./preview-rows.ts";

/** Keys of the changes that a row's tick stands for; null where it has none. */
export function keysOfRow(row: PreviewRow | undefined): readonly string[] | null {
  if (row?.kind === "change") return [row.key];
  return row?.kind === "group" ? row.keys : null;
}

/** The nearest row with a tick from `index` on in a direction, itself included; null past the last. */
export function nextTickable(rows: readonly PreviewRow[], from: { index: number; step: 1 | -1 }): number | null {
  for (let index = from.index; index >= 0 && index < rows.length; index += from.step) {
    if (keysOfRow(rows[index]) !== null) return index;
  }
  return null;
}

/** Keys of the single changes between two rows, both ends included; groups' headings stand for nothing of their own. */
export function keysBetween(rows: readonly PreviewRow[], ends: { from: number; to: number }): string[] {
  const [first, last] = [Math.min(ends.from, ends.to), Math.max(ends.from, ends.to)];
  return rows.slice(first, last + 1).flatMap((row) => (row.kind === "change" ? [row.key] : []));
}

export type TickKey = { kind: "move" | "extend"; index: number } | { kind: "all" };

/**
 * What a key does on a row's tick: arrows, Page, Home and End move; with Shift they carry the tick along; Ctrl/⌘ A
 * ticks all, or none where all are. Space is the tick's own.
 */
export function tickKeys(
  event: { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean },
  at: { index: number; page: number; rows: readonly PreviewRow[] },
): TickKey | null {
  const last = at.rows.length - 1;
  const goTo = (index: number, step: 1 | -1): TickKey | null => {
    const inside = Math.min(last, Math.max(0, index));
    const found =
      nextTickable(at.rows, { index: inside, step }) ??
      nextTickable(at.rows, { index: inside, step: step === 1 ? -1 : 1 });
    return found === null ? null : { kind: event.shiftKey ? "extend" : "move", index: found };
  };
  switch (event.key) {
    case "ArrowDown":
      return goTo(at.index + 1, 1);
    case "ArrowUp":
      return goTo(at.index - 1, -1);
    case "PageDown":
      return goTo(at.index + at.page, 1);
    case "PageUp":
      return goTo(at.index - at.page, -1);
    case "Home":
      return goTo(0, 1);
    case "End":
      return goTo(last, -1);
    case "a":
    case "A":
      return event.ctrlKey || event.metaKey ? { kind: "all" } : null;
    default:
      return null;
  }
}

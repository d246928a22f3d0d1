/** How a click or a box combines with what was selected before. */
export type SelectionMode = "replace" | "toggle" | "add";

export function combineSelection(
  before: ReadonlySet<string>,
  { ids, mode }: { ids: readonly string[]; mode: SelectionMode },
): ReadonlySet<string> {
  if (mode === "replace") return new Set(ids);
  const after = new Set(before);
  for (const id of ids) {
    if (mode === "toggle" && after.has(id)) after.delete(id);
    else after.add(id);
  }
  return after;
}

export function isSameSelection(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}

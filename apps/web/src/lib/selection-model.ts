/** Which rows are chosen, and where a range starts. Ids only, so that it holds rows that no page has loaded. */
export type SelectionModel = {
  ids: ReadonlySet<string>;
  /** The row from which Shift extends. */
  anchorId: string | null;
};

export const EMPTY_SELECTION: SelectionModel = { ids: new Set(), anchorId: null };

export type PickKeys = { shift: boolean; toggle: boolean };

/**
 * A click (or Space) on a row: alone it chooses that row, with Ctrl/⌘ it flips it, with Shift it takes the range
 * from the anchor; Shift with Ctrl/⌘ adds the range to what is there.
 * @param order ids of all rows in display order
 */
export function pick(
  model: SelectionModel,
  input: { id: string; order: readonly string[] } & PickKeys,
): SelectionModel {
  if (input.shift && model.anchorId !== null) {
    const range = rangeOf(input.order, { from: model.anchorId, to: input.id });
    return { ids: input.toggle ? union(model.ids, range) : new Set(range), anchorId: model.anchorId };
  }
  if (input.toggle) return { ids: flip(model.ids, input.id), anchorId: input.id };
  return { ids: new Set([input.id]), anchorId: input.id };
}

/** Ids between two rows, both included; the other end alone when one of them is not in the order any more. */
export function rangeOf(order: readonly string[], ends: { from: string; to: string }): string[] {
  const from = order.indexOf(ends.from);
  const to = order.indexOf(ends.to);
  if (to === -1) return [];
  if (from === -1) return [ends.to];
  return order.slice(Math.min(from, to), Math.max(from, to) + 1);
}

function flip(ids: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

export function union(ids: ReadonlySet<string>, more: Iterable<string>): Set<string> {
  const next = new Set(ids);
  for (const id of more) next.add(id);
  return next;
}

/** Drops ids that are no longer there; the same object when nothing changes, so that nobody renders for it. */
export function prune(model: SelectionModel, present: ReadonlySet<string>): SelectionModel {
  const kept = [...model.ids].filter((id) => present.has(id));
  if (kept.length === model.ids.size) return model;
  const anchorId = model.anchorId !== null && present.has(model.anchorId) ? model.anchorId : null;
  return { ids: new Set(kept), anchorId };
}

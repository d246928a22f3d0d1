import type { AgreedChange, Change, Preview, Skip } from "@gantry/api-contract";

/** One line of the Changes table; the first of an item carries its number and title. */
export type PreviewRow =
  | { kind: "change"; key: string; change: Change; isFirstOfItem: boolean }
  | { kind: "skips"; count: number }
  | { kind: "skip"; skip: Skip };

/** Names a change in the set of unticked ones. */
export function changeKeyOf(change: Pick<Change, "itemId" | "field">): string {
  return `${change.itemId} ${change.field}`;
}

/** Changes first, then what is left as it is and why. */
export function toPreviewRows(preview: Preview): PreviewRow[] {
  const changes = preview.changes.map((change, index): PreviewRow => ({
    kind: "change",
    key: changeKeyOf(change),
    change,
    isFirstOfItem: preview.changes[index - 1]?.itemId !== change.itemId,
  }));
  if (preview.skipped.length === 0) return changes;
  const skips = preview.skipped.map((skip): PreviewRow => ({ kind: "skip", skip }));
  return [...changes, { kind: "skips", count: preview.skipped.length }, ...skips];
}

/** The ticked changes, in the form in which the person agrees to them. */
export function toAgreed(preview: Preview, unticked: ReadonlySet<string>): AgreedChange[] {
  return preview.changes
    .filter((change) => !unticked.has(changeKeyOf(change)))
    .map(({ itemId, field, from, to }) => ({ itemId, field, from, to }));
}

export function countItems(changes: readonly Pick<Change, "itemId">[]): number {
  return new Set(changes.map((change) => change.itemId)).size;
}

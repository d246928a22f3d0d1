import type { AgreedChange, Change, Preview } from "@gantry/api-contract";

/** Changes that were left out by hand, by key: most are agreed to, so that the exceptions are kept. */
export type Unticked = ReadonlySet<string>;

/** Names a change among those of a preview. */
export function changeKeyOf(change: Pick<Change, "itemId" | "field">): string {
  return `${change.itemId} ${change.field}`;
}

export function withTicks(unticked: Unticked, keys: Iterable<string>, { on }: { on: boolean }): Unticked {
  const next = new Set(unticked);
  for (const key of keys) {
    if (on) next.delete(key);
    else next.add(key);
  }
  return next;
}

/** Whether all, none or some of them are ticked. */
export function tickOf(keys: readonly string[], unticked: Unticked): boolean | "mixed" {
  const left = keys.filter((key) => unticked.has(key)).length;
  return left === 0 ? true : left === keys.length ? false : "mixed";
}

/** The ticked changes. */
export function tickedChanges(preview: Pick<Preview, "changes">, unticked: Unticked): readonly Change[] {
  return unticked.size === 0 ? preview.changes : preview.changes.filter((change) => !unticked.has(changeKeyOf(change)));
}

/** In the form in which a person agrees to them. */
export function toAgreed(changes: readonly Change[]): AgreedChange[] {
  return changes.map(({ itemId, field, from, to }) => ({ itemId, field, from, to }));
}

export function countItems(changes: readonly Pick<Change, "itemId">[]): number {
  return new Set(changes.map((change) => change.itemId)).size;
}

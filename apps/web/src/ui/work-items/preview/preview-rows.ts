import type { CascadeCause, Change, Preview, Skip, SkipReason } from "@gantry/api-contract";
import { changeKeyOf, countItems } from "./ticks.ts";

/**
 * One line of a preview. The first change of an item carries its number and title; what a cascade adds stands in a
 * group of its own, the cause of each item under its changes.
 */
export type PreviewRow =
  | { kind: "change"; key: string; change: Change; isFirstOfItem: boolean }
  | { kind: "group"; group: "cascade" | "asked"; keys: readonly string[]; items: number }
  | { kind: "cause"; key: string; cause: CascadeCause }
  | { kind: "skips"; count: number }
  | { kind: "reason"; reason: SkipReason; count: number; isFolded: boolean }
  | { kind: "skip"; key: string; skip: Skip };

/** The reasons that want a look come first; "already so" last. */
const REASON_RANKS = {
  "changed-since": 1,
  conflict: 2,
  "unknown-outcome": 3,
  "not-removable": 4,
  "cannot-clear": 5,
  "not-permitted": 6,
  "read-only": 7,
  "read-failed": 8,
  "not-found": 9,
  "end-before-start": 10,
  "outside-calendar": 11,
  ring: 12,
  "no-sprint": 13,
  "no-dates": 14,
  "wrong-type": 15,
  "already-linked": 16,
  "no-change": 17,
} satisfies Record<SkipReason, number>;

/** More than these of one reason are folded at first. */
const MOST_UNFOLDED = 50;

/** Reasons whose rows are folded when a preview is first shown. */
export function firstFolds(skipped: readonly Skip[]): ReadonlySet<SkipReason> {
  return new Set(skipsByReason(skipped).flatMap(([reason, skips]) => (skips.length > MOST_UNFOLDED ? [reason] : [])));
}

/**
 * What was asked for, then what follows from it along links, then what is left as it is, by reason; or that first,
 * where it is what a person has to know before anything else.
 */
export function toPreviewRows(
  preview: Pick<Preview, "changes" | "skipped">,
  { folded, skipsFirst = false }: { folded: ReadonlySet<SkipReason>; skipsFirst?: boolean },
): PreviewRow[] {
  const cascaded = preview.changes.filter((change) => change.cause !== undefined);
  const asked = cascaded.length === 0 ? preview.changes : preview.changes.filter(({ cause }) => cause === undefined);
  const skips = toSkipRows(preview.skipped, folded);
  const changes = [...toChangeRows(asked), ...toCascadeRows(cascaded)];
  if (!skipsFirst || skips.length === 0 || changes.length === 0) return [...changes, ...skips];
  return [...skips, toGroup("asked", asked), ...changes];
}

/** The skipped by their reason, those first that want a look. */
export function skipsByReason(skipped: readonly Skip[]): [SkipReason, Skip[]][] {
  const groups = new Map<SkipReason, Skip[]>();
  for (const skip of skipped) {
    const group = groups.get(skip.reason) ?? [];
    group.push(skip);
    groups.set(skip.reason, group);
  }
  return [...groups].sort(([left], [right]) => REASON_RANKS[left] - REASON_RANKS[right]);
}

function toChangeRows(changes: readonly Change[]): PreviewRow[] {
  return changes.map((change, index): PreviewRow => ({
    kind: "change",
    key: changeKeyOf(change),
    change,
    isFirstOfItem: changes[index - 1]?.itemId !== change.itemId,
  }));
}

function toCascadeRows(changes: readonly Change[]): PreviewRow[] {
  if (changes.length === 0) return [];
  const rows = changes.flatMap((change, index): PreviewRow[] => {
    const key = changeKeyOf(change);
    const isFirstOfItem = changes[index - 1]?.itemId !== change.itemId;
    const isLastOfItem = changes[index + 1]?.itemId !== change.itemId;
    const row: PreviewRow = { kind: "change", key, change, isFirstOfItem };
    return isLastOfItem && change.cause !== undefined ? [row, { kind: "cause", key, cause: change.cause }] : [row];
  });
  return [toGroup("cascade", changes), ...rows];
}

function toGroup(group: "cascade" | "asked", changes: readonly Change[]): PreviewRow {
  return { kind: "group", group, keys: changes.map(changeKeyOf), items: countItems(changes) };
}

function toSkipRows(skipped: readonly Skip[], folded: ReadonlySet<SkipReason>): PreviewRow[] {
  if (skipped.length === 0) return [];
  const groups = skipsByReason(skipped).flatMap(([reason, skips]): PreviewRow[] => {
    const isFolded = folded.has(reason);
    const rows = isFolded
      ? []
      : skips.map((skip, index): PreviewRow => ({ kind: "skip", key: `${reason} ${index}`, skip }));
    return [{ kind: "reason", reason, count: skips.length, isFolded }, ...rows];
  });
  return [{ kind: "skips", count: skipped.length }, ...groups];
}

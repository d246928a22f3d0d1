import type { DependencyEdit, DependencyList, EpochMs } from "@gantry/api-contract";

/** The same edits turned round; refused where the links are not as these edits left them. */
export function turnedRound(edits: readonly DependencyEdit[]): DependencyEdit[] {
  return edits.map(({ before, after, ...pair }) => ({ ...pair, before: after, after: before }));
}

/** The list as it will be when the edits are carried out: shown at once, put back by the same edits turned round. */
export function withLinkEdits(
  list: DependencyList,
  edits: readonly DependencyEdit[],
  { at }: { at: EpochMs },
): DependencyList {
  const isEdited = (link: { fromId: string; toId: string }) =>
    edits.some(({ fromId, toId }) => fromId === link.fromId && toId === link.toId);
  const made = edits.flatMap(({ fromId, toId, after }) =>
    after === null ? [] : [{ fromId, toId, ...after, changedBy: "", changedAt: at }],
  );
  return { ...list, items: [...list.items.filter((link) => !isEdited(link)), ...made] };
}

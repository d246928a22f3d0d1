import {
  EMPTY_SELECTION,
  pick,
  type PickKeys,
  rangeOf,
  type SelectionModel,
  union,
} from "../../lib/selection-model.ts";

/**
 * What is chosen in the Backlog: single rows, or all that match a search except some. All is a named query: the page
 * holds no ids of rows that nobody unticked, however many match.
 */
export type Choice =
  | ({ kind: "some" } & SelectionModel)
  | { kind: "all"; search: string; exceptIds: ReadonlySet<string>; anchorId: string | null };

export const NOTHING: Choice = { kind: "some", ...EMPTY_SELECTION };

export function allMatching(search: string): Choice & { kind: "all" } {
  return { kind: "all", search, exceptIds: new Set(), anchorId: null };
}

export function isChosen(choice: Choice, id: string): boolean {
  return choice.kind === "some" ? choice.ids.has(id) : !choice.exceptIds.has(id);
}

/** @param total rows that match the search now */
export function countChosen(choice: Choice, total: number): number {
  return choice.kind === "some" ? choice.ids.size : Math.max(0, total - choice.exceptIds.size);
}

/** A click (or Space) on a row, as in `pick`; of all that match, flipping a row makes it an exception. */
export function pickRow(choice: Choice, input: { id: string; order: readonly string[] } & PickKeys): Choice {
  if (choice.kind === "some") return { kind: "some", ...pick(choice, input) };
  const { id, order, shift, toggle } = input;
  if (shift && toggle && choice.anchorId !== null)
    return addRows(choice, rangeOf(order, { from: choice.anchorId, to: id }));
  if (!toggle) return { kind: "some", ...pick({ ids: new Set(), anchorId: choice.anchorId }, input) };
  const exceptIds = new Set(choice.exceptIds);
  if (!exceptIds.delete(id)) exceptIds.add(id);
  return { ...choice, exceptIds, anchorId: id };
}

/** Adds rows to what is chosen; of all that match, they are exceptions no more. */
export function addRows(choice: Choice, ids: readonly string[]): Choice {
  if (choice.kind === "some") return { ...choice, ids: union(choice.ids, ids) };
  const exceptIds = new Set(choice.exceptIds);
  for (const id of ids) exceptIds.delete(id);
  return { ...choice, exceptIds };
}

/** These rows and nothing else. */
export function onlyRows(choice: Choice, ids: readonly string[]): Choice {
  return { kind: "some", ids: new Set(ids), anchorId: choice.anchorId };
}

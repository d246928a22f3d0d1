import type { ChangeSet } from "@gantry/api-contract";
import type { Words } from "./words.ts";

/** What a change set is about, in a few words: "Edit 12 work items". */
export function changeSetTitle(changeSet: Pick<ChangeSet, "origin" | "items">, options: { words: Words }): string {
  const { words } = options;
  return words.changes.origin[changeSet.origin](words.common.workItems(changeSet.items));
}

import type { ChangeSet } from "@gantry/api-contract";
import type { Words } from "../../i18n/words.ts";

/** What a change set does, as a heading: "Edit 146 work items". */
export function titleOf(changeSet: ChangeSet, words: Words): string {
  const items = words.common.workItems(changeSet.items);
  const { title } = words.changeSet;
  if (changeSet.origin === "link") return title.link(items, changeSet.planName ?? words.changeSet.thePlan);
  return title[changeSet.origin](items);
}

import type { ChangeSet } from "@gantry/api-contract";
import type { Words } from "../../i18n/words.ts";
import { countOf } from "../../ui/work-items/outcomes.ts";

/** Why a change set cannot be undone now; undefined = it can. */
export function undoRefusal(changeSet: ChangeSet, { changeSet: said }: Words): string | undefined {
  if (changeSet.canUndo) return undefined;
  if (changeSet.state !== "finished") return said.stillRuns;
  return changeSet.undoneBy === null ? said.cannotUndo : said.undoneAlready;
}

/** Why its failed changes cannot be sent again now; undefined = they can. */
export function retryRefusal(changeSet: ChangeSet, { changeSet: said }: Words): string | undefined {
  if (changeSet.state !== "finished") return said.stillRuns;
  if (countOf(changeSet, "failed") === 0) return said.cannotRetry;
  return changeSet.canRetry ? undefined : said.hopeless;
}

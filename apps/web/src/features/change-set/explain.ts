import type { ChangeResult } from "@gantry/api-contract";
import type { Words } from "../../i18n/words.ts";

/** Why a change ended as it did, in a sentence; empty while it is under way. */
export function explain(result: ChangeResult, words: Words): string {
  const reason = result.reason === null ? "" : words.changes.reason[result.reason];
  if (result.outcome !== "conflict" || result.foundLabel === null) return reason;
  return `${reason} ${words.changeSet.found(result.foundLabel)}`;
}

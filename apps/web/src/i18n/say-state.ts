import type { ChangeSet } from "@gantry/api-contract";
import type { Words } from "./words.ts";

/** A change set's state: a colleague's waits for the colleague, not for the reader. */
export function sayState(changeSet: ChangeSet, { words, isMine }: { words: Words; isMine: boolean }): string {
  return changeSet.state === "waiting-for-sign-in" && !isMine
    ? words.changes.waitingForSignInOf(changeSet.createdBy.name)
    : words.changes.state[changeSet.state];
}

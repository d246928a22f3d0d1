import type { ChangeSet } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { countDone } from "../../ui/work-items/outcomes.ts";

/** What a change set waits for, and what closing the tab means. */
export function StateHint({ changeSet, isMine }: { changeSet: ChangeSet; isMine: boolean }) {
  const words = useWords();
  const said = words.changeSet;
  const left = changeSet.total - countDone(changeSet);
  switch (changeSet.state) {
    case "finished":
      return null;
    case "waiting-for-sign-in": {
      const changes = words.common.changes(left);
      return (
        <span className="text-warning-text">
          {isMine ? said.waitingForSignIn(changes) : said.waitingForOwner(changeSet.createdBy.name, changes)}
        </span>
      );
    }
    case "waiting-for-codearts":
      return <span className="text-warning-text">{said.waitingForCodeArts}</span>;
    case "paused":
      return <span className="text-warning-text">{said.pausedHint(left)}</span>;
    case "cancelling":
      return said.cancellingHint;
    default:
      return isMine ? said.goesOn : null;
  }
}

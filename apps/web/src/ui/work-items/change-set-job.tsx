import type { ChangeSet } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import type { Words } from "../../i18n/words.ts";
import { Badge } from "../badge.tsx";
import { ChangeSetProgress, OutcomeCounts } from "./change-set-progress.tsx";
import { countDone } from "./outcomes.ts";
import { stateLooks } from "./state-looks.ts";

/** A change set that was just started: progress, then its outcome, in the place where it was asked for. */
export function ChangeSetJob(props: { changeSet: ChangeSet }) {
  const { changeSet } = props;
  const words = useWords();
  const isOver = changeSet.state === "finished";
  const waiting = sayWaiting(changeSet, words);
  return (
    <div className="flex flex-col gap-4 py-1">
      <div>
        <Badge {...stateLooks[changeSet.state]}>{words.changes.state[changeSet.state]}</Badge>
      </div>
      <ChangeSetProgress changeSet={changeSet} end={isOver ? undefined : words.changeSet.goesOnHere} />
      <div aria-live="polite" className="min-h-5">
        {isOver && <OutcomeCounts changeSet={changeSet} />}
        {waiting !== null && <p className="text-warning-text">{waiting}</p>}
      </div>
    </div>
  );
}

/** What it waits for, and what becomes of the rest meanwhile; null while it moves on by itself. */
function sayWaiting(changeSet: ChangeSet, { changeSet: said, common }: Words): string | null {
  const left = changeSet.total - countDone(changeSet);
  switch (changeSet.state) {
    case "waiting-for-sign-in":
      return said.waitingForSignIn(common.changes(left));
    case "waiting-for-codearts":
      return said.waitingForCodeArts;
    case "paused":
      return said.pausedHint(left);
    case "cancelling":
      return said.cancellingHint;
    default:
      return null;
  }
}

import type { ChangeSet } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { Badge } from "../badge.tsx";
import { ChangeSetProgress, OutcomeCounts } from "./change-set-progress.tsx";

/** A change set that was just started: progress, then its outcome, in the place where it was asked for. */
export function ChangeSetJob(props: { changeSet: ChangeSet }) {
  const { changeSet } = props;
  const words = useWords();
  const isOver = changeSet.state === "finished";
  const waiting =
    changeSet.state === "waiting-for-sign-in"
      ? words.changeSet.waitingForSignIn(words.common.changes(changeSet.total))
      : changeSet.state === "waiting-for-codearts"
        ? words.changeSet.waitingForCodeArts
        : null;
  return (
    <div className="flex flex-col gap-4 py-1">
      <div>
        <Badge tone={isOver ? "neutral" : "accent"} icon={isOver ? "check" : "outcome-sending"}>
          {words.changes.state[changeSet.state]}
        </Badge>
      </div>
      <ChangeSetProgress changeSet={changeSet} end={isOver ? undefined : words.changeSet.goesOnHere} />
      {waiting !== null && <p className="text-warning-text">{waiting}</p>}
      <div aria-live="polite">{isOver && <OutcomeCounts changeSet={changeSet} />}</div>
    </div>
  );
}

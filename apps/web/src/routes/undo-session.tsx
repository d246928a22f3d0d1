import type { ChangeSet } from "@gantry/api-contract";
import { useState } from "react";
import { ResultsTable } from "../features/change-set/results-table.tsx";
import { UndoDialog, type UndoMode } from "../features/undo-preview/undo-dialog.tsx";
import { useJob } from "./plan/use-plan-queries.ts";

/** One undo (or redo), from its preview to its outcome. */
export function UndoSession(props: {
  changeSet: Pick<ChangeSet, "id" | "projectId" | "origin" | "items">;
  /** Left out: undoing an undo is called a redo. */
  mode?: UndoMode;
  onStarted?: (undoing: ChangeSet) => void;
  onSeeChangeSet: (id: string) => void;
  onClose: (seen: { isFutile: boolean }) => void;
}) {
  const { changeSet } = props;
  const [started, setStarted] = useState<ChangeSet | null>(null);
  const job = useJob(started?.id ?? null);
  return (
    <UndoDialog
      changeSet={changeSet}
      mode={props.mode ?? (changeSet.origin === "undo" ? "redo" : "undo")}
      job={job?.changeSet ?? started}
      jobResults={job !== null && <ResultsTable results={job.results} />}
      onStarted={(undoing) => {
        setStarted(undoing);
        props.onStarted?.(undoing);
      }}
      onSeeChangeSet={props.onSeeChangeSet}
      onClose={props.onClose}
    />
  );
}

import type { ChangeSet } from "@gantry/api-contract";
import { type ReactNode, useEffect, useRef } from "react";
import { changeSetTitle } from "../../i18n/change-set-title.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ChangeSetJobPane } from "../../ui/work-items/change-set-job-pane.tsx";
import { PreviewSkeleton } from "../../ui/work-items/preview/preview-skeleton.tsx";
import { PreviewSummary } from "../../ui/work-items/preview/preview-summary.tsx";
import { PreviewTable } from "../../ui/work-items/preview/preview-table.tsx";
import { UndoNotices } from "./undo-notices.tsx";
import { useUndoPreview } from "./use-undo-preview.ts";

export type UndoMode = "undo" | "redo";

export type UndoDialogProps = {
  /** What is to be undone. Redoing is undoing what undid. */
  changeSet: Pick<ChangeSet, "id" | "projectId" | "origin" | "items">;
  mode: UndoMode;
  /** The undoing change set's newest state, for the job in place. */
  job: ChangeSet | null;
  /** What became of each change, shown under the job's progress. */
  jobResults: ReactNode;
  onStarted: (undoing: ChangeSet) => void;
  onSeeChangeSet: (id: string) => void;
  /** Told whether there was anything that could have been put back. */
  onClose: (seen: { isFutile: boolean }) => void;
};

/** "Undo …": what would be put back, what others changed since, what cannot be undone; then the job in place. */
export function UndoDialog(props: UndoDialogProps) {
  const { changeSet, mode, job } = props;
  const words = useWords();
  const said = words.undo;
  const undo = useUndoPreview(changeSet, { onStarted: props.onStarted });
  const { preview, ticked } = undo;
  const confirm = useRef<HTMLButtonElement>(null);
  const isReady = preview !== null && undo.error === null;
  const isStarted = job !== null;
  useEffect(() => {
    if (isReady || isStarted) confirm.current?.focus();
  }, [isReady, isStarted]);
  const isFutile = job === null && preview !== null && preview.changes.length === 0;
  const close = () => props.onClose({ isFutile });
  const items = words.common.workItems(changeSet.items);
  return (
    <Dialog
      open
      size="xl"
      bare
      onClose={close}
      closeOnOutsidePress={false}
      title={mode === "redo" ? said.title.redo(items) : said.title.undo(changeSetTitle(changeSet, { words }))}
      description={said.lead[mode]}
      footer={
        job !== null ? (
          <>
            <Button onClick={() => props.onSeeChangeSet(job.id)}>{said.seeChangeSet}</Button>
            <Button ref={confirm} variant="primary" onClick={close}>
              {words.common.close}
            </Button>
          </>
        ) : isFutile ? (
          <Button ref={confirm} variant="primary" onClick={close}>
            {words.common.close}
          </Button>
        ) : (
          <>
            <div aria-live="polite" className="mr-auto min-w-0 max-md:w-full md:min-h-9">
              {isReady && <PreviewSummary preview={preview} ticked={ticked} />}
            </div>
            <Button onClick={close}>{words.common.cancel}</Button>
            {isReady && (
              <Button
                ref={confirm}
                variant="primary"
                icon={mode}
                disabledReason={ticked.length === 0 ? said.noneTicked : undefined}
                busy={undo.isStarting}
                onClick={undo.start}
              >
                {said.putBack(ticked.length)}
              </Button>
            )}
          </>
        )
      }
    >
      {job !== null ? (
        <ChangeSetJobPane changeSet={job} results={props.jobResults} />
      ) : undo.error !== null ? (
        <ErrorState error={undo.error} onRetry={undo.tryAgain} />
      ) : preview === null ? (
        <>
          <div className="px-5 py-3 md:px-6">
            <p>{said.reading}</p>
            <p className="text-xs text-muted">{said.waits}</p>
          </div>
          <PreviewSkeleton label={words.common.loading} />
        </>
      ) : (
        <div className="flex h-full min-h-0 flex-col">
          <UndoNotices preview={preview} />
          <div className="min-h-0 flex-1">
            <PreviewTable skipsFirst preview={preview} unticked={undo.unticked} onUntick={undo.setUnticked} />
          </div>
        </div>
      )}
    </Dialog>
  );
}

import type { ChangeSet } from "@gantry/api-contract";
import { type ReactNode, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { PreviewSkeleton } from "../../ui/work-items/preview/preview-skeleton.tsx";
import { PreviewSummary } from "../../ui/work-items/preview/preview-summary.tsx";
import { PreviewTable } from "../../ui/work-items/preview/preview-table.tsx";
import { joinPreviews } from "./to-proposals.ts";
import type { PlannedMove } from "./plan-move.ts";
import { useMoves } from "./use-moves.ts";

export type MovesDialogProps = {
  moves: readonly PlannedMove[];
  /** What the moves do, in words. */
  effects: readonly string[];
  /** A change set from its start to its outcome. */
  renderJob: (changeSet: ChangeSet) => ReactNode;
  onSeeChangeSet: (id: string) => void;
  onClose: () => void;
};

/** What moving would change, project by project; then the change sets and their outcome, in the same place. */
export function MovesDialog(props: MovesDialogProps) {
  const words = useWords();
  const said = words.team.move;
  const [started, setStarted] = useState<readonly ChangeSet[]>([]);
  const [shown, setShown] = useState<string | null>(null);
  const moves = useMoves(props.moves, { onStarted: (made) => setStarted((now) => withMade(now, made)) });
  const isDone = started.length > 0 && !moves.isApplying && moves.error === null;
  const tabs = moves.projects.map(({ projectId, projectName }) => ({ value: projectId, label: projectName }));
  const current = moves.projects.find(({ projectId }) => projectId === shown) ?? moves.projects[0];
  const job = started.find(({ projectId }) => projectId === current?.projectId) ?? started[0];
  const canApply = moves.agreed.length > 0 && !moves.isPreviewing;
  return (
    <Dialog
      open
      size="xl"
      bare
      onClose={props.onClose}
      closeOnOutsidePress={false}
      title={said.title(props.moves.length)}
      description={props.effects.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
      footer={
        isDone ? (
          <>
            {job !== undefined && <Button onClick={() => props.onSeeChangeSet(job.id)}>{said.seeChangeSet}</Button>}
            <Button variant="primary" onClick={props.onClose}>
              {words.common.close}
            </Button>
          </>
        ) : (
          <>
            <div aria-live="polite" className="mr-auto min-w-0 max-md:w-full md:min-h-9">
              {canApply && (
                <PreviewSummary
                  preview={joinPreviews(moves.projects.map(({ preview }) => preview))}
                  ticked={moves.agreed}
                  end={tabs.length > 1 ? said.perProject : said.undoable}
                />
              )}
            </div>
            <Button onClick={props.onClose}>{words.common.cancel}</Button>
            <Button
              variant="primary"
              icon="check"
              busy={moves.isApplying}
              disabledReason={canApply ? undefined : moves.isPreviewing ? said.reading : said.nothing}
              onClick={moves.apply}
            >
              {said.apply(moves.agreed.length)}
            </Button>
          </>
        )
      }
    >
      <div className="flex h-full flex-col">
        {tabs.length > 1 && current !== undefined && (
          <div className="border-b border-border px-4 py-2 md:px-6">
            <SegmentedControl label={said.projects} value={current.projectId} segments={tabs} onChange={setShown} />
          </div>
        )}
        <div className="min-h-0 flex-1">
          {isDone && job !== undefined ? (
            props.renderJob(job)
          ) : moves.isPreviewing ? (
            <PreviewSkeleton label={said.reading} />
          ) : moves.error !== null ? (
            <ErrorState error={moves.error} onRetry={moves.retry} />
          ) : (
            current !== undefined && (
              <PreviewTable
                key={current.projectId}
                preview={current.preview}
                unticked={current.unticked}
                onUntick={(left) => moves.setUnticked(current.projectId, left)}
              />
            )
          )}
        </div>
      </div>
    </Dialog>
  );
}

function withMade(known: readonly ChangeSet[], made: ChangeSet): readonly ChangeSet[] {
  return [...known.filter(({ id }) => id !== made.id), made];
}

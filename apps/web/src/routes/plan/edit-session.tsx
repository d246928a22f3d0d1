import type { ChangeSet, WorkItem } from "@gantry/api-contract";
import { useState } from "react";
import { BatchEditDialog } from "../../features/batch-edit/batch-edit-dialog.tsx";
import type { StartWith } from "../../features/batch-edit/draft.ts";
import { ResultsTable } from "../../features/change-set/results-table.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useEditQueries, useJob } from "./use-plan-queries.ts";

export type EditSessionProps = {
  projectId: string;
  /** Null where the items are not those of one plan. */
  plan: { id: string; name: string } | null;
  itemIds: readonly string[];
  byId: ReadonlyMap<string, WorkItem>;
  startWith: StartWith;
  onStarted: (changeSet: ChangeSet) => void;
  onSeeChangeSet: (id: string) => void;
  onClose: () => void;
};

/** One opening of the batch form: the items as they were when it opened, whatever is read anew meanwhile. */
export function EditSession(props: EditSessionProps) {
  const { projectId, plan } = props;
  const words = useWords();
  const [items] = useState(() => props.itemIds.flatMap((id): WorkItem[] => toList(props.byId.get(id))));
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);
  const { fields, project, isReady, error, readAgain } = useEditQueries(projectId, { enabled: true });
  // What the form is made of must not change under what is typed.
  const [frozen, setFrozen] = useState<{ fields: NonNullable<typeof fields>; project: typeof project } | null>(null);
  if (frozen === null && isReady && fields !== undefined) setFrozen({ fields, project });

  if (frozen === null) {
    return (
      <Dialog open size="xl" onClose={props.onClose} title={words.batchEdit.title(items.length)}>
        {error === null ? (
          <div role="status" aria-label={words.batchEdit.loadingFields} className="flex flex-col gap-6 py-4">
            <Skeleton className="w-64" />
            <Skeleton className="w-72" />
            <Skeleton className="w-56" />
            <Skeleton className="w-64" />
          </div>
        ) : (
          <ErrorState error={error} onRetry={readAgain} />
        )}
      </Dialog>
    );
  }
  return (
    <BatchEditDialog
      projectId={projectId}
      plan={plan}
      items={items}
      fields={frozen.fields}
      project={frozen.project}
      startWith={props.startWith}
      job={job?.changeSet ?? null}
      jobResults={job !== null && <ResultsTable results={job.results} />}
      onStarted={(changeSet) => {
        setJobId(changeSet.id);
        props.onStarted(changeSet);
      }}
      onSeeChangeSet={props.onSeeChangeSet}
      onClose={props.onClose}
    />
  );
}

function toList(item: WorkItem | undefined): WorkItem[] {
  return item === undefined ? [] : [item];
}

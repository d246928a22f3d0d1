import type { ChangeSet, Field, WorkItem } from "@gantry/api-contract";
import { type ReactNode, useMemo, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useNow } from "../../lib/clock.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { ChangeSetJobPane } from "../../ui/work-items/change-set-job-pane.tsx";
import type { ProjectChoices } from "./choices.ts";
import type { StartWith } from "./draft.ts";
import { EditFooter } from "./edit-footer.tsx";
import { EditForm } from "./edit-form.tsx";
import { toFormFields } from "./form-fields.ts";
import { PreviewPane } from "./preview-pane.tsx";
import { useBatchEdit } from "./use-batch-edit.ts";

export type BatchEditDialogProps = {
  projectId: string;
  plan: { id: string; name: string } | null;
  items: readonly WorkItem[];
  fields: readonly Field[];
  project: ProjectChoices;
  startWith: StartWith;
  /** The running change set's newest state, for the job in place. */
  job: ChangeSet | null;
  /** What became of each change, shown under the job's progress. */
  jobResults: ReactNode;
  onStarted: (changeSet: ChangeSet) => void;
  onSeeChangeSet: (id: string) => void;
  onClose: () => void;
};

/** "Edit 12 work items": form on the left, what would change on the right, then the job and its outcome. */
export function BatchEditDialog(props: BatchEditDialogProps) {
  const { items, fields, plan, job } = props;
  const words = useWords();
  const format = useFormat();
  const form = useMemo(() => toFormFields(fields, items), [fields, items]);
  const [isLeaving, setIsLeaving] = useState(false);
  const edit = useBatchEdit({ ...props, planId: plan?.id ?? null, form });
  const close = () => {
    if (job === null && edit.isTouched) setIsLeaving(true);
    else props.onClose();
  };
  const types = countTypes(items).map(
    ([type, count]) => words.workItems.typeCounts[type]?.(count) ?? words.batchEdit.typeCount(count, type),
  );
  return (
    <>
      <Dialog
        open
        size="xl"
        bare
        onClose={close}
        closeOnOutsidePress={false}
        title={words.batchEdit.title(items.length)}
        description={`${plan === null ? "" : `${plan.name}: `}${format.list(types)}`}
        aside={<ReadAt at={edit.preview?.readAt ?? null} />}
        footer={
          job === null ? (
            <EditFooter edit={edit} onCancel={close} />
          ) : (
            <>
              <Button onClick={() => props.onSeeChangeSet(job.id)}>{words.batchEdit.seeChangeSet}</Button>
              <Button variant="primary" onClick={props.onClose}>
                {words.common.close}
              </Button>
            </>
          )
        }
      >
        {job !== null ? (
          <ChangeSetJobPane changeSet={job} results={props.jobResults} />
        ) : (
          <div className="flex h-full min-h-0 max-lg:flex-col max-lg:overflow-y-auto">
            <div className="shrink-0 overflow-y-auto px-5 py-2 md:px-6 lg:w-91 lg:border-r lg:border-border">
              <EditForm
                form={form}
                draft={edit.draft}
                problems={edit.problems}
                items={items}
                project={props.project}
                onChange={edit.setDraft}
              />
            </div>
            <div className="min-h-0 min-w-0 flex-1 max-lg:min-h-[60dvh] max-lg:border-t max-lg:border-border">
              <PreviewPane edit={edit} />
            </div>
          </div>
        )}
      </Dialog>
      <Dialog
        open={isLeaving}
        onClose={() => setIsLeaving(false)}
        title={words.batchEdit.discardTitle}
        footer={
          <>
            <Button onClick={() => setIsLeaving(false)}>{words.batchEdit.keepEditing}</Button>
            <Button variant="danger" onClick={props.onClose}>
              {words.batchEdit.discard}
            </Button>
          </>
        }
      >
        {words.batchEdit.discardText}
      </Dialog>
    </>
  );
}

function ReadAt({ at }: { at: number | null }) {
  const words = useWords();
  const format = useFormat();
  const now = useNow();
  return (
    <span className="flex h-control items-center gap-1.5 text-xs text-muted max-md:hidden">
      {at !== null && <Icon name="outcome-applied" className="text-positive" />}
      {at === null ? words.batchEdit.notReadYet : words.batchEdit.readAgo(format.ago(at, { now }))}
    </span>
  );
}

function countTypes(items: readonly WorkItem[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { type } of items) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1]);
}

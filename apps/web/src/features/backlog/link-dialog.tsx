import type { ChangeSet } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { changeSetMutations } from "../../queries/change-set-mutations.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ChangeSetJob } from "../../ui/work-items/change-set-job.tsx";
import { toAgreed } from "../../ui/work-items/preview/ticks.ts";
import { LinkPreview } from "./link-preview.tsx";
import { countTaken, type LinkWish, toProposal } from "./link-wish.ts";

export type LinkDialogProps = {
  plan: { projectId: string; planId: string; name: string };
  wish: LinkWish;
  /** The running change set's newest state, for the job in place. */
  job: ChangeSet | null;
  /** With the ids of what is being linked. */
  onStarted: (changeSet: ChangeSet, itemIds: readonly string[]) => void;
  onSeeChangeSet: (id: string) => void;
  onClose: () => void;
};

/** What adding the chosen items would do, on fresh reads; then the job and its outcome, in the same place. */
export function LinkDialog(props: LinkDialogProps) {
  const { plan, wish, job } = props;
  const words = useWords();
  const queryClient = useQueryClient();
  const preview = useMutation(changeSetMutations.preview());
  const create = useMutation(changeSetMutations.create(queryClient));
  const [key] = useState(() => crypto.randomUUID());
  const confirm = useRef<HTMLButtonElement>(null);
  const { mutate: readPreview } = preview;

  const proposal = toProposal(wish, plan);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    readPreview(proposal);
  });
  useEffect(() => {
    if (preview.isSuccess) confirm.current?.focus();
  }, [preview.isSuccess]);

  const changes = preview.data?.changes ?? [];
  const linked = new Set(changes.map((change) => change.itemId));
  const adding = linked.size;
  const apply = () =>
    create.mutate(
      {
        origin: "link",
        projectId: plan.projectId,
        planId: plan.planId,
        changes: toAgreed(changes),
        key,
      },
      { onSuccess: (changeSet) => props.onStarted(changeSet, [...linked]) },
    );
  const error = create.error ?? preview.error;

  return (
    <Dialog
      open
      size="md"
      onClose={props.onClose}
      title={words.backlog.dialogTitle(words.common.workItems(preview.data?.taken ?? countTaken(wish)), plan.name)}
      closeOnOutsidePress={false}
      footer={
        job === null ? (
          <>
            <Button onClick={props.onClose}>{words.common.cancel}</Button>
            {adding > 0 && (
              <Button ref={confirm} variant="primary" icon="check" busy={create.isPending} onClick={apply}>
                {words.backlog.apply(words.common.workItems(adding))}
              </Button>
            )}
          </>
        ) : (
          <>
            <Button onClick={() => props.onSeeChangeSet(job.id)}>{words.backlog.seeChangeSet}</Button>
            <Button variant="primary" onClick={props.onClose}>
              {words.common.close}
            </Button>
          </>
        )
      }
    >
      {job !== null ? (
        <ChangeSetJob changeSet={job} />
      ) : error !== null ? (
        <ErrorState error={error} onRetry={create.error === null ? () => readPreview(proposal) : apply} />
      ) : (
        <LinkPreview preview={preview.data ?? null} wish={wish} adding={adding} />
      )}
    </Dialog>
  );
}

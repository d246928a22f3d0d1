import type { ChangeSet } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useWords } from "../../i18n/use-words.ts";
import { changeSetMutations } from "../../queries/change-set-mutations.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toasts.tsx";
import { countDone, countOf } from "../../ui/work-items/outcomes.ts";

/** What cancelling gives up, with the numbers as they stand while it is open. */
export function CancelDialog({ changeSet, onClose }: { changeSet: ChangeSet; onClose: () => void }) {
  const words = useWords();
  const said = words.changeSet.cancelling;
  const cancel = useMutation(changeSetMutations.cancel(useQueryClient()));
  const left = countOf(changeSet, "queued");
  return (
    <Dialog
      open
      onClose={onClose}
      title={said.title}
      footer={
        <>
          <Button onClick={onClose}>{said.keep}</Button>
          <Button
            variant="danger"
            icon="stop"
            busy={cancel.isPending}
            onClick={() =>
              cancel.mutate(
                { id: changeSet.id },
                {
                  onSuccess: () =>
                    showToast({ text: words.changeSet.told.cancelled, topic: `change-set ${changeSet.id}` }),
                  onSettled: onClose,
                },
              )
            }
          >
            {said.confirm(left)}
          </Button>
        </>
      }
    >
      <p>{said.done(countDone(changeSet), changeSet.total)}</p>
      <p className="mt-2">{said.left(left)}</p>
      {changeSet.canPause && <p className="mt-2 text-muted">{said.pauseInstead}</p>}
    </Dialog>
  );
}

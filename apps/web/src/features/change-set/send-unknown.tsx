import type { ChangeSet } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { changeSetMutations } from "../../queries/change-set-mutations.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toasts.tsx";
import { countOf } from "../../ui/work-items/outcomes.ts";

/** Unknown changes are sent again by a person's decision only, who was told what that may mean. */
export function SendUnknown({ changeSet }: { changeSet: ChangeSet }) {
  const words = useWords();
  const said = words.changeSet.unknown;
  const [isAsking, setIsAsking] = useState(false);
  const retry = useMutation(changeSetMutations.retry(useQueryClient()));
  const count = countOf(changeSet, "unknown");
  if (!changeSet.canRetryUnknown) return null;
  const close = () => setIsAsking(false);
  return (
    <div className="mt-3 rounded-md border border-warning-line bg-warning-soft px-3 py-2.5 text-xs text-warning-text">
      <p className="mb-2">{said.hint}</p>
      <Button icon="retry" onClick={() => setIsAsking(true)}>
        {said.open(count)}
      </Button>
      {isAsking && (
        <Dialog
          open
          onClose={close}
          title={said.title}
          footer={
            <>
              <Button onClick={close}>{words.common.cancel}</Button>
              <Button
                icon="retry"
                variant="primary"
                busy={retry.isPending}
                onClick={() =>
                  retry.mutate(
                    { id: changeSet.id, unknown: true },
                    {
                      onSuccess: () =>
                        showToast({ text: words.changeSet.told.unknownSent, topic: `change-set ${changeSet.id}` }),
                      onSettled: close,
                    },
                  )
                }
              >
                {said.confirm(count)}
              </Button>
            </>
          }
        >
          <p>{said.asksAgain}</p>
          <p className="mt-2">{said.risk}</p>
        </Dialog>
      )}
    </div>
  );
}

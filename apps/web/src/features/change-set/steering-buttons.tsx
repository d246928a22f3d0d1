import type { ChangeSet } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { changeSetMutations } from "../../queries/change-set-mutations.ts";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toasts.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { retryRefusal, undoRefusal } from "./steering.ts";

/** What its owner can do with a change set now. The server takes each of them twice without harm. */
export function SteeringButtons(props: { changeSet: ChangeSet; onUndo: () => void }) {
  const { changeSet } = props;
  const { id } = changeSet;
  const words = useWords();
  const said = words.changeSet;
  const queryClient = useQueryClient();
  const retry = useMutation(changeSetMutations.retry(queryClient));
  const pause = useMutation(changeSetMutations.pause(queryClient));
  const resume = useMutation(changeSetMutations.resume(queryClient));
  const [isCancelling, setIsCancelling] = useState(false);
  const noUndo = undoRefusal(changeSet, words);
  const noRetry = retryRefusal(changeSet, words);
  const tell = (text: string) => ({ onSuccess: () => showToast({ text, topic: `change-set ${id}` }) });
  return (
    <>
      {changeSet.canPause && (
        <Button icon="pause" busy={pause.isPending} onClick={() => pause.mutate({ id }, tell(said.told.paused))}>
          {said.pause}
        </Button>
      )}
      {changeSet.canResume && (
        <Button
          icon="resume"
          variant="primary"
          busy={resume.isPending}
          onClick={() => resume.mutate({ id }, tell(said.told.resumed))}
        >
          {said.resume}
        </Button>
      )}
      <Button icon="undo" disabledReason={noUndo} onClick={props.onUndo}>
        {said.undo}
      </Button>
      <Button
        icon="retry"
        variant={noRetry === undefined ? "primary" : "secondary"}
        disabledReason={noRetry}
        busy={retry.isPending}
        onClick={() => retry.mutate({ id }, tell(said.told.retried))}
      >
        {said.retry}
      </Button>
      {changeSet.canCancel && (
        <Button icon="stop" variant="danger" onClick={() => setIsCancelling(true)}>
          {said.cancel}
        </Button>
      )}
      {isCancelling && <CancelDialog changeSet={changeSet} onClose={() => setIsCancelling(false)} />}
    </>
  );
}

import type { Baseline } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { baselineMutations } from "../../queries/baseline-mutations.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";

/** Asks before a baseline is deleted: it can't be made again, since its dates have moved on. */
export function DeleteBaselineDialog(props: {
  plan: { projectId: string; planId: string };
  baseline: Baseline;
  onDeleted: () => void;
  onClose: () => void;
}) {
  const { baseline } = props;
  const words = useWords();
  const format = useFormat();
  const remove = useMutation(baselineMutations.delete(useQueryClient()));
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={words.baselines.deleteTitle(baseline.name)}
      footer={
        <>
          <Button onClick={props.onClose}>{words.common.cancel}</Button>
          <Button
            variant="danger"
            icon="delete"
            busy={remove.isPending}
            onClick={() => remove.mutate({ ...props.plan, baselineId: baseline.id }, { onSuccess: props.onDeleted })}
          >
            {words.baselines.deleteNow}
          </Button>
        </>
      }
    >
      <p>{words.baselines.deleteText}</p>
      <p className="mt-2 text-sm text-muted">
        {words.baselines.savedBy(baseline.createdBy, format.instant(baseline.createdAt))}
      </p>
    </Dialog>
  );
}

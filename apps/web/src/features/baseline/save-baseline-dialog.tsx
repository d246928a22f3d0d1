import { type Baseline, type IsoDate, MOST_BASELINE_NAME_LENGTH } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { baselineMutations } from "../../queries/baseline-mutations.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { TextField } from "../../ui/text-field.tsx";

/** So that the name has the year in it. */
const ANOTHER_YEAR: IsoDate = "1970-01-01";

/** Asks for a name and keeps the plan's dates under it. */
export function SaveBaselineDialog(props: {
  plan: { projectId: string; planId: string };
  today: IsoDate;
  onSaved: (baseline: Baseline) => void;
  onClose: () => void;
}) {
  const words = useWords();
  const format = useFormat();
  const id = useId();
  const save = useMutation(baselineMutations.create(useQueryClient()));
  const [name, setName] = useState(() => words.baselines.defaultName(format.day(props.today, { near: ANOTHER_YEAR })));
  const [isChecked, setIsChecked] = useState(false);
  const length = name.trim().length;
  const isWrong = length === 0 || length > MOST_BASELINE_NAME_LENGTH;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setIsChecked(true);
    if (isWrong || save.isPending) return;
    save.mutate({ ...props.plan, name: name.trim() }, { onSuccess: props.onSaved });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={words.baselines.saveTitle}
      description={words.baselines.keptByGantry}
      closeOnOutsidePress={false}
      footer={
        <>
          <Button onClick={props.onClose}>{words.common.cancel}</Button>
          <Button type="submit" form={id} variant="primary" busy={save.isPending}>
            {words.common.save}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-3">
        <TextField
          label={words.baselines.name}
          value={name}
          autoComplete="off"
          data-autofocus="true"
          onChange={(event) => setName(event.target.value)}
          hint={words.baselines.saveHint}
          error={isChecked && isWrong ? words.baselines.nameLimits(MOST_BASELINE_NAME_LENGTH) : undefined}
        />
        {save.error !== null && <ErrorState error={save.error} onRetry={() => submit()} />}
      </form>
    </Dialog>
  );
}

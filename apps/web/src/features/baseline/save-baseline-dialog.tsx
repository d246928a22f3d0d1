import { type Baseline, type IsoDate, MOST_BASELINE_NAME_LENGTH } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { baselineMutations } from "../../queries/baseline-mutations.ts";
import { NameDialog } from "../../ui/name-dialog.tsx";

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
  const save = useMutation(baselineMutations.create(useQueryClient()));
  return (
    <NameDialog
      title={words.baselines.saveTitle}
      description={words.baselines.keptByGantry}
      label={words.baselines.name}
      hint={words.baselines.saveHint}
      initial={words.baselines.defaultName(format.day(props.today, { near: ANOTHER_YEAR }))}
      mostLength={MOST_BASELINE_NAME_LENGTH}
      limits={words.baselines.nameLimits(MOST_BASELINE_NAME_LENGTH)}
      action={words.common.save}
      isBusy={save.isPending}
      error={save.error}
      onSubmit={(name) => save.mutate({ ...props.plan, name }, { onSuccess: props.onSaved })}
      onClose={props.onClose}
    />
  );
}

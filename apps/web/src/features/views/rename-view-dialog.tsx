import { MOST_VIEW_NAME_LENGTH, type View } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useWords } from "../../i18n/use-words.ts";
import { viewMutations } from "../../queries/view-mutations.ts";
import { NameDialog } from "../../ui/name-dialog.tsx";

export function RenameViewDialog({ view, onClose }: { view: View; onClose: () => void }) {
  const words = useWords();
  const change = useMutation(viewMutations.change(useQueryClient()));
  return (
    <NameDialog
      title={words.views.renameTitle}
      label={words.views.name}
      initial={view.name}
      mostLength={MOST_VIEW_NAME_LENGTH}
      limits={words.views.nameLimits(MOST_VIEW_NAME_LENGTH)}
      action={words.common.rename}
      isBusy={change.isPending}
      error={change.error}
      onSubmit={(name) => change.mutate({ view, change: { name } }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

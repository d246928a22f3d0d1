import { MOST_VIEW_NAME_LENGTH, type View, type ViewKind } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { viewMutations } from "../../queries/view-mutations.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { NameDialog } from "../../ui/name-dialog.tsx";

/** Asks for a name, and who sees it, and keeps what is shown under it. */
export function SaveViewDialog(props: {
  kind: ViewKind;
  search: string;
  onSaved: (view: View) => void;
  onClose: () => void;
}) {
  const { kind, search, onSaved } = props;
  const words = useWords();
  const save = useMutation(viewMutations.create(useQueryClient()));
  const [isShared, setShared] = useState(false);
  return (
    <NameDialog
      title={words.views.saveTitle}
      description={words.views.saveHint}
      label={words.views.name}
      initial=""
      mostLength={MOST_VIEW_NAME_LENGTH}
      limits={words.views.nameLimits(MOST_VIEW_NAME_LENGTH)}
      action={words.common.save}
      isBusy={save.isPending}
      error={save.error}
      onSubmit={(name) => save.mutate({ kind, name, search, isShared }, { onSuccess: onSaved })}
      onClose={props.onClose}
    >
      <div>
        <Checkbox checked={isShared} onChange={setShared} label={words.views.shareTick} />
        <p className="mt-1 pl-6 text-xs text-muted">{words.views.shareHint}</p>
      </div>
    </NameDialog>
  );
}

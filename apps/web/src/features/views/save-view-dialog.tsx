import { MOST_VIEW_NAME_LENGTH, type View, type ViewKind } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { viewMutations } from "../../queries/view-mutations.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { TextField } from "../../ui/text-field.tsx";

/** Asks for a name, and who sees it, and keeps what is shown under it. */
export function SaveViewDialog(props: {
  kind: ViewKind;
  search: string;
  onSaved: (view: View) => void;
  onClose: () => void;
}) {
  const words = useWords();
  const id = useId();
  const save = useMutation(viewMutations.create(useQueryClient()));
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const length = name.trim().length;
  const isWrong = length === 0 || length > MOST_VIEW_NAME_LENGTH;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setChecked(true);
    if (isWrong || save.isPending) return;
    save.mutate({ kind: props.kind, name: name.trim(), search: props.search, isShared }, { onSuccess: props.onSaved });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={words.views.saveTitle}
      description={words.views.saveHint}
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
          label={words.views.name}
          value={name}
          autoComplete="off"
          data-autofocus="true"
          onChange={(event) => setName(event.target.value)}
          error={isChecked && isWrong ? words.views.nameLimits(MOST_VIEW_NAME_LENGTH) : undefined}
        />
        <div>
          <Checkbox checked={isShared} onChange={setShared} label={words.views.shareTick} />
          <p className="mt-1 pl-6 text-xs text-muted">{words.views.shareHint}</p>
        </div>
        {save.error !== null && <ErrorState error={save.error} onRetry={() => submit()} />}
      </form>
    </Dialog>
  );
}

import { MOST_VIEW_NAME_LENGTH, type View } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { viewMutations } from "../../queries/view-mutations.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";

export function RenameViewDialog({ view, onClose }: { view: View; onClose: () => void }) {
  const words = useWords();
  const id = useId();
  const change = useMutation(viewMutations.change(useQueryClient()));
  const [name, setName] = useState(view.name);
  const length = name.trim().length;
  const isWrong = length === 0 || length > MOST_VIEW_NAME_LENGTH;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWrong || change.isPending) return;
    change.mutate({ view, change: { name: name.trim() } }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.views.renameTitle}
      closeOnOutsidePress={false}
      footer={
        <>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" form={id} variant="primary" busy={change.isPending}>
            {words.common.rename}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate>
        <TextField
          label={words.views.name}
          value={name}
          autoComplete="off"
          data-autofocus="true"
          onChange={(event) => setName(event.target.value)}
          error={isWrong ? words.views.nameLimits(MOST_VIEW_NAME_LENGTH) : undefined}
        />
      </form>
    </Dialog>
  );
}

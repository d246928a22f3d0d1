import { type FormEvent, useId, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import type { PlanAction } from "./plan-menu.tsx";
import { useDeletePlan, useRenamePlan } from "./plan-mutations.ts";
import { PlanNameField } from "./plan-name-field.tsx";
import type { PlanRow } from "./plan-rows.ts";

/** Renames or deletes the plan whose menu was used. */
export function PlanActionDialog(props: { action: PlanAction | null; onClose: () => void }) {
  const { action, onClose } = props;
  if (action === null) return null;
  if (action.kind === "rename") return <RenameDialog row={action.row} onClose={onClose} />;
  return <DeleteDialog row={action.row} onClose={onClose} />;
}

function RenameDialog(props: { row: PlanRow; onClose: () => void }) {
  const words = useWords();
  const id = useId();
  const { plan } = props.row;
  const [name, setName] = useState(plan.name);
  const rename = useRenamePlan({ onDone: props.onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || rename.isPending) return;
    rename.mutate({ projectId: plan.projectId, planId: plan.id, name: name.trim() });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={words.overview.dialog.renameTitle}
      closeOnOutsidePress={false}
      footer={
        <>
          <Button onClick={props.onClose}>{words.common.cancel}</Button>
          <Button type="submit" form={id} variant="primary" busy={rename.isPending}>
            {words.common.save}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate>
        <PlanNameField value={name} onChange={setName} isChecked />
      </form>
    </Dialog>
  );
}

function DeleteDialog(props: { row: PlanRow; onClose: () => void }) {
  const words = useWords();
  const { dialog } = words.overview;
  const { plan } = props.row;
  const remove = useDeletePlan({ onDone: props.onClose });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={dialog.deleteTitle(plan.name)}
      footer={
        <>
          <Button onClick={props.onClose}>{words.common.cancel}</Button>
          <Button
            variant="danger"
            icon="delete"
            busy={remove.isPending}
            onClick={() => remove.mutate({ projectId: plan.projectId, planId: plan.id })}
          >
            {dialog.delete}
          </Button>
        </>
      }
    >
      <p>{dialog.deleteText}</p>
      <p className="mt-2 text-muted">{dialog.deleteUndo}</p>
    </Dialog>
  );
}

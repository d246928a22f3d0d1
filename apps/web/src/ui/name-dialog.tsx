import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useWords } from "../i18n/use-words.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { ErrorState } from "./error-state.tsx";
import { TextField } from "./text-field.tsx";

export type NameDialogProps = {
  title: string;
  description?: string;
  label: string;
  hint?: string;
  /** The name to begin with. */
  initial: string;
  mostLength: number;
  /** Said of a name that is empty or too long. */
  limits: string;
  /** What the button says. */
  action: string;
  isBusy: boolean;
  error: Error | null;
  onSubmit: (name: string) => void;
  onClose: () => void;
  /** Under the name. */
  children?: ReactNode;
};

/** Asks for a name. What was typed stays until it was taken. */
export function NameDialog(props: NameDialogProps) {
  const words = useWords();
  const id = useId();
  const [typed, setTyped] = useState(props.initial);
  const [isChecked, setChecked] = useState(false);
  const name = typed.trim();
  const isWrong = name.length === 0 || name.length > props.mostLength;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setChecked(true);
    if (!isWrong && !props.isBusy) props.onSubmit(name);
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      description={props.description}
      closeOnOutsidePress={false}
      footer={
        <>
          <Button onClick={props.onClose}>{words.common.cancel}</Button>
          <Button type="submit" form={id} variant="primary" busy={props.isBusy}>
            {props.action}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-3">
        <TextField
          label={props.label}
          value={typed}
          autoComplete="off"
          data-autofocus="true"
          onChange={(event) => setTyped(event.target.value)}
          hint={props.hint}
          error={isChecked && isWrong ? props.limits : undefined}
        />
        {props.children}
        {props.error !== null && <ErrorState error={props.error} onRetry={() => submit()} />}
      </form>
    </Dialog>
  );
}

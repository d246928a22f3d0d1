import type { Ref } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { TextField } from "../../ui/text-field.tsx";

const MAX_NAME = 128;

export function PlanNameField(props: {
  value: string;
  onChange: (name: string) => void;
  /** Said only after an attempt to save. */
  isChecked: boolean;
  ref?: Ref<HTMLInputElement>;
}) {
  const words = useWords();
  const isMissing = props.isChecked && props.value.trim() === "";
  return (
    <TextField
      ref={props.ref ?? null}
      size="lg"
      label={words.overview.dialog.name}
      value={props.value}
      maxLength={MAX_NAME}
      onChange={(event) => props.onChange(event.target.value)}
      hint={words.overview.dialog.nameHint(MAX_NAME - props.value.length)}
      error={isMissing ? words.overview.dialog.nameMissing : undefined}
    />
  );
}

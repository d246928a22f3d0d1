import { useWords } from "../../i18n/use-words.ts";
import { TextField } from "../../ui/text-field.tsx";

const MAX_NAME = 128;

export function PlanNameField(props: {
  value: string;
  onChange: (name: string) => void;
  /** Said only after an attempt to save. */
  isChecked: boolean;
}) {
  const words = useWords();
  const isMissing = props.isChecked && props.value.trim() === "";
  return (
    <TextField
      data-autofocus="true"
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

import type { Field } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { cx } from "../../ui/class-names.ts";
import { MultiSelect } from "../../ui/multi-select.tsx";
import type { Option } from "../../ui/option.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import { fieldClass } from "../../ui/text-field.tsx";
import { StatusIcon } from "../../ui/work-items/status-icon.tsx";
import type { Choice } from "./choices.ts";

export type FieldControlProps = {
  field: Field;
  /** Accessible name of the control. */
  label: string;
  value: string | readonly string[];
  choices: readonly Choice[];
  isInvalid: boolean;
  /** Id of the text that says what is wrong. */
  errorId: string;
  onChange: (value: string | readonly string[]) => void;
};

/** The control that fits a field. It keeps what was typed as it was typed. */
export function FieldControl(props: FieldControlProps) {
  const { field, label, value, isInvalid, onChange } = props;
  const words = useWords();
  const text = typeof value === "string" ? value : value.join(", ");
  const list = typeof value === "string" ? [] : value;
  const described = {
    "aria-label": label,
    "aria-invalid": isInvalid || undefined,
    "aria-describedby": isInvalid ? props.errorId : undefined,
  };
  switch (field.control) {
    case "person":
    case "option":
    case "status":
    case "sprint":
      return (
        <Select
          label={label}
          value={text === "" ? null : text}
          options={props.choices.map(toOption)}
          placeholder={words.batchEdit.choose}
          invalid={isInvalid}
          onChange={onChange}
        />
      );
    case "people":
    case "options":
      return (
        <MultiSelect
          look="field"
          label={label}
          values={list}
          options={props.choices.map(toOption)}
          placeholder={words.batchEdit.choose}
          invalid={isInvalid}
          onChange={onChange}
        />
      );
    case "boolean":
      return (
        <SegmentedControl
          label={label}
          value={text}
          segments={[
            { value: "true", label: words.workItems.yes },
            { value: "false", label: words.workItems.no },
          ]}
          onChange={onChange}
        />
      );
    case "long-text":
      return (
        <textarea
          {...described}
          rows={4}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          className={cx(fieldClass, "resize-y py-1.5")}
        />
      );
    case "items":
      return (
        <input
          {...described}
          value={text}
          placeholder={words.batchEdit.ids}
          onChange={(event) => onChange(splitIds(event.target.value))}
          className={cx(fieldClass, "h-control")}
        />
      );
    case "number":
    case "percent":
      return (
        <span className="flex items-center gap-2">
          <input
            {...described}
            inputMode="decimal"
            value={text}
            onChange={(event) => onChange(event.target.value)}
            className={cx(fieldClass, "h-control w-24!")}
          />
          {field.control === "percent" && <span className="text-muted">%</span>}
        </span>
      );
    case "day":
      return (
        <input
          {...described}
          type="date"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          className={cx(fieldClass, "h-control")}
        />
      );
    case "text":
    case "item":
      return (
        <input
          {...described}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          className={cx(fieldClass, "h-control")}
        />
      );
  }
}

function toOption(choice: Choice): Option {
  const option = { value: choice.id, label: choice.name };
  if (choice.kind === "person") return { ...option, start: <Avatar person={choice} /> };
  return choice.status === undefined ? option : { ...option, start: <StatusIcon phase={choice.status.phase} /> };
}

/** Ids as they are typed: the part after the last comma may still be empty. */
function splitIds(text: string): string[] {
  const parts = text.split(/[,\s,]+/u);
  return parts.length === 1 && parts[0] === "" ? [] : parts;
}

import type { ComponentProps } from "react";
import { cx } from "./class-names.ts";
import { ComboboxButton } from "./combobox-button.tsx";
import { Icon } from "./icons/icon.tsx";
import type { Option } from "./option.ts";

export type MultiSelectLook = {
  /** Accessible name, and the text while nothing is chosen ("Project"). */
  label: string;
  /** "filter" is a button that shows its count; "field" shows the chosen names. */
  look?: "filter" | "field";
  placeholder?: string;
  invalid?: boolean;
};

type MultiSelectButtonProps = Omit<ComponentProps<"button">, keyof MultiSelectLook> &
  MultiSelectLook & { picked: readonly Option[] };

/** What a select of several shows while it is closed. */
export function MultiSelectButton(props: MultiSelectButtonProps) {
  const { label, look, placeholder, picked, ...rest } = props;
  const isField = look === "field";
  return (
    <ComboboxButton
      {...rest}
      label={label}
      invalid={props.invalid}
      className={cx(
        "shrink-0",
        isField ? "w-full border-border-strong bg-raised" : "font-medium shadow-sm hover:bg-hover",
        !isField &&
          (picked.length > 0 ? "border-accent-line bg-accent-soft text-accent-text" : "border-border bg-raised"),
      )}
    >
      <span className={cx("min-w-0 max-w-56 flex-1 truncate", isField && picked.length === 0 && "text-faint")}>
        {isField ? fieldText(picked, placeholder) : filterText(picked, label)}
      </span>
      <Icon name="chevron-down" size={14} className={picked.length > 0 && !isField ? "" : "text-muted"} />
    </ComboboxButton>
  );
}

function fieldText(picked: readonly Option[], placeholder: string | undefined): string {
  return picked.length === 0 ? (placeholder ?? "") : picked.map((option) => option.label).join(", ");
}

function filterText(picked: readonly Option[], label: string): string {
  const [first] = picked;
  if (first === undefined) return label;
  return picked.length === 1 ? `${label}: ${first.label}` : `${label}: ${picked.length}`;
}

import type { ComponentProps } from "react";
import { cx } from "./class-names.ts";
import { ComboboxButton } from "./combobox-button.tsx";
import { Icon } from "./icons/icon.tsx";
import type { Option } from "./option.ts";

export type SelectLook = {
  /** Accessible name. */
  label: string;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  /** "field" fills its column with a field's border; "button" is as wide as its text. */
  look?: "field" | "button";
  /** Shown before the value in a button: "Colour by". */
  prefix?: string;
  invalid?: boolean;
  className?: string;
};

type SelectButtonProps = Omit<ComponentProps<"button">, keyof SelectLook> &
  SelectLook & {
    picked: Option | undefined;
  };

/** What a select shows while it is closed. */
export function SelectButton(props: SelectButtonProps) {
  const { placeholder, look = "field", prefix, className, picked, ...rest } = props;
  const isField = look === "field";
  return (
    <ComboboxButton
      {...rest}
      invalid={props.invalid}
      className={cx(
        "bg-raised hover:bg-hover",
        isField ? "w-full border-border-strong" : "border-border font-medium shadow-sm",
        className,
      )}
    >
      {prefix !== undefined && <span>{prefix}</span>}
      {picked?.start}
      <span className={cx("min-w-0 flex-1 truncate", picked === undefined && "text-faint", !isField && "text-muted")}>
        {picked?.label ?? placeholder ?? ""}
      </span>
      <Icon name="chevron-down" size={14} className="text-muted" />
    </ComboboxButton>
  );
}

import type { ComponentProps } from "react";
import { cx } from "./class-names.ts";
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
  const { label, placeholder, look = "field", prefix, invalid, className, picked, ...rest } = props;
  const { "aria-expanded": isOpen = false, "aria-controls": list } = rest;
  const isField = look === "field";
  return (
    <button
      type="button"
      {...rest}
      role="combobox"
      aria-expanded={isOpen}
      aria-controls={list}
      aria-label={label}
      aria-invalid={invalid || undefined}
      className={cx(
        "motion-hover inline-flex h-control items-center gap-2 rounded-md border bg-raised px-2.5 text-left text-sm hover:bg-hover",
        isField ? "w-full border-border-strong" : "border-border font-medium shadow-sm",
        invalid === true && "border-danger",
        className,
      )}
    >
      {prefix !== undefined && <span>{prefix}</span>}
      {picked?.start}
      <span className={cx("min-w-0 flex-1 truncate", picked === undefined && "text-faint", !isField && "text-muted")}>
        {picked?.label ?? placeholder ?? ""}
      </span>
      <Icon name="chevron-down" size={14} className="text-muted" />
    </button>
  );
}

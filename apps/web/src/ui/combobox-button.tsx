import type { ComponentProps } from "react";
import { cx } from "./class-names.ts";

type ComboboxButtonProps = ComponentProps<"button"> & {
  /** Accessible name. */
  label: string;
  invalid: boolean | undefined;
};

/** The button that a select of one or of several shows while it is closed. */
export function ComboboxButton({ label, invalid, className, ...rest }: ComboboxButtonProps) {
  const { "aria-expanded": isOpen = false, "aria-controls": list } = rest;
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
        "motion-hover inline-flex h-control items-center gap-2 rounded-md border px-2.5 text-left text-sm",
        className,
        invalid === true && "border-danger",
      )}
    />
  );
}

import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "./class-names.ts";

const fieldGround =
  "motion-hover w-full rounded-md border bg-raised px-2.5 text-sm outline-none focus:border-focus focus:ring-2 focus:ring-accent-soft aria-invalid:border-danger";

/** A field that holds what somebody enters: its edge can be made out by itself. */
export const fieldClass = `${fieldGround} border-border-strong`;

/** A field that only looks through what is there already. */
export const quietFieldClass = `${fieldGround} border-border`;

export type TextFieldProps = Omit<ComponentProps<"input">, "size"> & {
  /** Where a dialog puts the focus when it opens. */
  "data-autofocus"?: "true";
  label: string;
  /** After the label, in grey: "(the IAM domain)". */
  labelHint?: string | undefined;
  hint?: ReactNode;
  /** What is wrong with the value; marks the field. */
  error?: string | undefined;
  size?: "md" | "lg";
  /** Drawn inside the right end, such as a button that shows a password. */
  end?: ReactNode;
  /** The label is for screen readers only. */
  hideLabel?: boolean;
};

export function TextField(props: TextFieldProps) {
  const { label, labelHint, hint, error, size = "md", end, hideLabel, className, ...input } = props;
  const id = useId();
  const describedBy = cx(
    labelHint !== undefined && `${id}-label-hint`,
    hint !== undefined && `${id}-hint`,
    error !== undefined && `${id}-error`,
  );
  return (
    <div className={className}>
      <div className={hideLabel === true ? "sr-only" : "mb-1.5 flex items-baseline gap-1.5"}>
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {labelHint !== undefined && (
          <span id={`${id}-label-hint`} className="text-xs text-muted">
            {labelHint}
          </span>
        )}
      </div>
      <div className="relative">
        <input
          {...input}
          id={id}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy === "" ? undefined : describedBy}
          className={cx(fieldClass, size === "lg" ? "h-9 text-md" : "h-control", end !== undefined && "pr-9")}
        />
        {end !== undefined && <div className="absolute inset-y-0 right-1 flex items-center">{end}</div>}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="mt-1 text-xs text-danger-text">
          {error}
        </p>
      )}
    </div>
  );
}

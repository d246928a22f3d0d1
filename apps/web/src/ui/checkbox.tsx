import { type ComponentProps, useEffect, useRef } from "react";
import { cx } from "./class-names.ts";
import { Icon } from "./icons/icon.tsx";

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "checked" | "onChange"> & {
  /** `mixed`: some of what it stands for. */
  checked: boolean | "mixed";
  onChange: (checked: boolean, keys: { shift: boolean }) => void;
  label: string;
  hideLabel?: boolean;
  /** Told of the input whenever it was drawn. */
  inputRef?: (input: HTMLInputElement | null) => void;
};

export function Checkbox(props: CheckboxProps) {
  const { checked, onChange, label, hideLabel, className, inputRef, ...rest } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null) input.current.indeterminate = checked === "mixed";
    inputRef?.(input.current);
  });
  const isOn = checked !== false;
  return (
    <label className={cx("inline-flex items-center gap-2", className)}>
      <span className="relative inline-flex size-4 shrink-0">
        <input
          {...rest}
          ref={input}
          type="checkbox"
          checked={checked === true}
          onChange={(event) => onChange(event.target.checked, { shift: isShifted(event.nativeEvent) })}
          className={cx(
            "motion-hover size-4 appearance-none rounded-[4px] border disabled:opacity-50",
            isOn ? "border-accent bg-accent" : "border-border-strong bg-raised",
          )}
        />
        {isOn && (
          <Icon
            name={checked === "mixed" ? "minus" : "check"}
            size={12}
            className="pointer-events-none absolute inset-0 m-auto text-on-accent"
          />
        )}
      </span>
      <span className={hideLabel === true ? "sr-only" : ""}>{label}</span>
    </label>
  );
}

/** Whether Shift was held while it was flipped. */
function isShifted(event: Event): boolean {
  return "shiftKey" in event && event.shiftKey === true;
}

import { useId } from "react";
import { cx } from "./class-names.ts";
import { Icon } from "./icons/icon.tsx";
import type { IconName } from "./icons/icons.ts";

type Segment<Value extends string> = { value: Value; label: string; icon?: IconName };

export type SegmentedControlProps<Value extends string> = {
  /** Accessible name of the group. */
  label: string;
  value: Value;
  segments: readonly Segment<Value>[];
  onChange: (value: Value) => void;
  /** In rows of three, where side by side they would not fit. */
  inThrees?: boolean;
  className?: string;
};

/** A few choices side by side, one of which holds: one stop for Tab, arrows within. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={props.label}
      className={cx(
        "shrink-0 rounded-md border border-border bg-sunken p-px",
        props.inThrees === true ? "grid auto-rows-[1.625rem] grid-cols-3" : "inline-flex h-control",
        props.className,
      )}
    >
      {props.segments.map((segment) => (
        <label
          key={segment.value}
          className={cx(
            "motion-hover relative inline-flex flex-1 items-center justify-center gap-1.5 rounded-[5px] px-2.5 font-medium whitespace-nowrap",
            "has-focus-visible:outline-2 has-focus-visible:outline-focus",
            segment.value === props.value
              ? "forced-chosen bg-raised text-text shadow-sm"
              : "text-muted hover:text-text",
          )}
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === props.value}
            onChange={() => props.onChange(segment.value)}
            className="absolute inset-0 size-full cursor-pointer appearance-none outline-none!"
          />
          {segment.icon !== undefined && <Icon name={segment.icon} />}
          {segment.label}
        </label>
      ))}
    </div>
  );
}

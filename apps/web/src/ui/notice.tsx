import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { Icon } from "./icons/icon.tsx";
import type { IconName } from "./icons/icons.ts";

const tones = {
  neutral: "border-border bg-sunken text-text",
  warning: "border-warning-line bg-warning-soft text-warning-text",
  danger: "border-danger-line bg-danger-soft text-danger-text",
} as const;

/** A strip that says something about what stands below it, with at most one way on. */
export function Notice(props: {
  tone: keyof typeof tones;
  icon: IconName;
  children: ReactNode;
  action?: ReactNode;
  /** Read out at once when it appears. */
  urgent?: boolean;
  className?: string;
}) {
  return (
    <div
      role={props.urgent === true ? "alert" : "status"}
      className={cx(
        "flex min-h-9 items-start gap-2.5 rounded-md border px-3 py-[0.4375rem]",
        tones[props.tone],
        props.className,
      )}
    >
      <Icon name={props.icon} className="mt-0.5" />
      <div className="min-w-0 flex-1">{props.children}</div>
      {props.action}
    </div>
  );
}

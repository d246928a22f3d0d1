import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { Icon } from "./icons/icon.tsx";
import type { IconName } from "./icons/icons.ts";

export type Tone = "neutral" | "accent" | "positive" | "warning" | "danger";

const tones: Record<Tone, string> = {
  neutral: "border-border bg-sunken text-muted",
  accent: "border-accent-line bg-accent-soft text-accent-text",
  positive: "border-positive-line bg-positive-soft text-positive-text",
  warning: "border-warning-line bg-warning-soft text-warning-text",
  danger: "border-danger-line bg-danger-soft text-danger-text",
};

export function Badge(props: {
  tone?: Tone;
  icon?: IconName;
  round?: boolean;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        "inline-flex h-5 shrink-0 items-center gap-1 border px-1.5 text-xs font-medium whitespace-nowrap",
        props.round === true ? "rounded-full px-2" : "rounded-sm",
        tones[props.tone ?? "neutral"],
        props.className,
      )}
    >
      {props.icon !== undefined && <Icon name={props.icon} size={14} />}
      {props.children}
    </span>
  );
}

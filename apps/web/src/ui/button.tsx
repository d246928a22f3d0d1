import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names.ts";
import { Icon } from "./icons/icon.tsx";
import type { IconName } from "./icons/icons.ts";
import { Tooltip } from "./tooltip/tooltip.tsx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger" | "link";

export type ButtonLook = { variant?: ButtonVariant | undefined; size?: "md" | "lg" | undefined };

export type ButtonProps = Omit<ComponentProps<"button">, "disabled"> &
  ButtonLook & {
    icon?: IconName | undefined;
    iconEnd?: IconName | undefined;
    /** Why it can't be used now: shown as a tooltip, and it stays reachable. */
    disabledReason?: string | undefined;
    /** Something that it started is under way; it takes no second press. */
    busy?: boolean | undefined;
  };

const looks: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover font-medium shadow-sm",
  secondary: "bg-raised text-text border border-border hover:bg-hover active:bg-pressed font-medium shadow-sm",
  ghost: "text-muted hover:bg-hover hover:text-text active:bg-pressed font-medium",
  danger: "bg-raised text-danger-text border border-danger-line hover:bg-danger-soft font-medium shadow-sm",
  link: "text-accent-text hover:underline underline-offset-2 font-medium px-1",
};

/** Classes of a button, for links that look like one. */
export function buttonClass(look: ButtonLook = {}): string {
  const { variant = "secondary", size = "md" } = look;
  return cx(
    "motion-hover inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md text-sm select-none",
    size === "lg" ? "h-9 text-md" : "h-control",
    variant === "link" ? "" : size === "lg" ? "px-4" : "px-2.5",
    looks[variant],
  );
}

export function Button(props: ButtonProps): ReactNode {
  const { variant, size, icon, iconEnd, disabledReason, busy, className, children, onClick, ...rest } = props;
  const isOff = disabledReason !== undefined || busy === true;
  const button = (
    <button
      type="button"
      {...rest}
      aria-disabled={isOff || undefined}
      aria-busy={busy || undefined}
      onClick={isOff ? (event) => event.preventDefault() : onClick}
      className={cx(buttonClass({ variant, size }), isOff && "opacity-50", className)}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {iconEnd !== undefined && <Icon name={iconEnd} size={14} />}
    </button>
  );
  return disabledReason === undefined ? button : <Tooltip text={disabledReason}>{button}</Tooltip>;
}

import type { ComponentProps, ReactNode } from "react";
import { type ButtonVariant, buttonClass } from "./button.tsx";
import { cx } from "./class-names.ts";
import { Icon } from "./icons/icon.tsx";
import type { IconName } from "./icons/icons.ts";
import { Tooltip } from "./tooltip/tooltip.tsx";

export type IconButtonProps = Omit<ComponentProps<"button">, "disabled" | "children"> & {
  icon: IconName;
  /** Accessible name and tooltip. */
  label: string;
  /** Said in the tooltip after the name, where the button can't be used. */
  disabledReason?: string | undefined;
  variant?: ButtonVariant | undefined;
  /** A toggle: whether it is on. */
  pressed?: boolean | undefined;
};

/** A square button with an icon only; its name is a tooltip. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { icon, label, disabledReason, variant = "ghost", pressed, className, onClick, ...rest } = props;
  const isOff = disabledReason !== undefined;
  return (
    <Tooltip text={disabledReason ?? label}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={isOff || undefined}
        onClick={isOff ? (event) => event.preventDefault() : onClick}
        className={cx(
          buttonClass({ variant }),
          "size-control px-0",
          pressed === true && "forced-chosen bg-accent-soft text-accent-text",
          isOff && "opacity-50",
          className,
        )}
      >
        <Icon name={icon} />
      </button>
    </Tooltip>
  );
}

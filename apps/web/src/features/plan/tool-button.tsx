import type { ComponentProps } from "react";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import type { IconName } from "../../ui/icons/icons.ts";

/** `icon`: one of many in the toolbar. `row`: with its name, in the toolbar's menu "More". */
export type ToolLook = "icon" | "row";

type ToolButtonProps = Omit<ComponentProps<"button">, "disabled" | "children"> & {
  look: ToolLook;
  icon: IconName;
  label: string;
  /** A toggle: whether it is on. */
  pressed?: boolean | undefined;
  disabledReason?: string | undefined;
};

/** A control of the plan's toolbar that may have to move into "More". Takes a menu's or popover's trigger props. */
export function ToolButton({ look, label, pressed, ...rest }: ToolButtonProps) {
  if (look === "icon") return <IconButton label={label} pressed={pressed} {...rest} />;
  return (
    <Button
      {...rest}
      aria-pressed={pressed}
      className={pressed === true ? "forced-chosen justify-start bg-accent-soft text-accent-text" : "justify-start"}
    >
      {label}
    </Button>
  );
}

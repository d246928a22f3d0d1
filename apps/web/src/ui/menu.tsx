import { type ReactElement, type ReactNode, use } from "react";
import { loadFloating } from "./floating/load.ts";
import type { Press } from "./floating/press.ts";
import { type Trigger, WhenPressed } from "./floating/when-pressed.tsx";
import type { IconName } from "./icons/icons.ts";

export type MenuProps = {
  /** The button that opens it. */
  trigger: Trigger;
  children: ReactNode;
  placement?: "bottom-start" | "bottom-end" | "top-start" | "top-end";
};

export function Menu(props: MenuProps) {
  return (
    <WhenPressed trigger={props.trigger} popup="menu">
      {(press) => <PressedMenu {...props} press={press} />}
    </WhenPressed>
  );
}

function PressedMenu(props: MenuProps & { press: Press }) {
  const { OpenMenu } = use(loadFloating());
  return <OpenMenu {...props} />;
}

export type MenuItemProps = {
  onSelect?: () => void;
  icon?: IconName;
  /** Right end: a shortcut, a count. */
  hint?: ReactNode;
  tone?: "default" | "danger";
  /** Renders the row as something else, such as a router link. */
  render?: ReactElement;
  children: ReactNode;
};

export function MenuItem(props: MenuItemProps) {
  const { OpenMenuItem } = use(loadFloating());
  return <OpenMenuItem {...props} />;
}

export type MenuChoicesProps<Value extends string> = {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
};

/** A set of choices of which one holds. */
export function MenuChoices<Value extends string>(props: MenuChoicesProps<Value>) {
  const { OpenMenuChoices } = use(loadFloating());
  return <OpenMenuChoices {...props} />;
}

export function MenuSeparator() {
  const { OpenMenuSeparator } = use(loadFloating());
  return <OpenMenuSeparator />;
}

import * as Ariakit from "@ariakit/react";
import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { cx } from "./class-names.ts";
import { Icon } from "./icons/icon.tsx";
import type { IconName } from "./icons/icons.ts";

/** Ground of everything that floats: menus, popovers, lists of options. On the dialogs' layer, since they open there too. */
export const floatingClass =
  "motion-pop z-(--g-z-dialog) rounded-lg bg-raised p-1 text-sm shadow-md outline-none max-h-[min(24rem,var(--popover-available-height))] overflow-y-auto";

/** One row of a menu or of a list of options. */
export const menuRowClass =
  "flex min-h-control w-full items-center gap-2 rounded-sm px-2 py-1 text-left data-active-item:bg-hover aria-disabled:text-faint outline-none";

export type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement;
  children: ReactNode;
  placement?: "bottom-start" | "bottom-end" | "top-start" | "top-end";
  /** It takes the place of a button that was pressed, and opens at once. */
  startsOpen?: boolean;
};

export function Menu(props: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { startsOpen = false } = props;
  useEffect(() => {
    if (!startsOpen) return;
    // As by hand, so that the focus comes back to it.
    button.current?.focus();
    button.current?.click();
  }, [startsOpen]);
  return (
    <Ariakit.MenuProvider placement={props.placement ?? "bottom-end"}>
      <Ariakit.MenuButton ref={button} render={props.trigger} />
      <Ariakit.Menu gutter={4} unmountOnHide portal className={cx(floatingClass, "min-w-44")}>
        {props.children}
      </Ariakit.Menu>
    </Ariakit.MenuProvider>
  );
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
  const { onSelect, render } = props;
  return (
    <Ariakit.MenuItem
      {...(onSelect === undefined ? {} : { onClick: onSelect })}
      {...(render === undefined ? {} : { render })}
      className={cx(menuRowClass, props.tone === "danger" && "text-danger-text")}
    >
      {props.icon !== undefined && <Icon name={props.icon} className={props.tone === "danger" ? "" : "text-muted"} />}
      <span className="flex-1">{props.children}</span>
      {props.hint !== undefined && <span className="pl-4 text-xs text-muted">{props.hint}</span>}
    </Ariakit.MenuItem>
  );
}

/** A set of choices of which one holds. */
export function MenuChoices<Value extends string>(props: {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <Ariakit.MenuGroup>
      <Ariakit.MenuGroupLabel className="px-2 pt-1.5 pb-1 text-xs text-muted">{props.label}</Ariakit.MenuGroupLabel>
      {props.choices.map((choice) => (
        <Ariakit.MenuItem
          key={choice.value}
          role="menuitemradio"
          aria-checked={choice.value === props.value}
          hideOnClick={false}
          onClick={() => props.onChange(choice.value)}
          className={menuRowClass}
        >
          <span className="flex-1">{choice.label}</span>
          {choice.value === props.value && <Icon name="check" className="text-accent-text" />}
        </Ariakit.MenuItem>
      ))}
    </Ariakit.MenuGroup>
  );
}

export function MenuSeparator() {
  return <Ariakit.MenuSeparator className="my-1 border-border" />;
}

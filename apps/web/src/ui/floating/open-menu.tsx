import * as Ariakit from "@ariakit/react";
import { cx } from "../class-names.ts";
import { Icon } from "../icons/icon.tsx";
import type { MenuChoicesProps, MenuItemProps, MenuProps } from "../menu.tsx";
import { useFloatFrom } from "./float-from.ts";
import { floatingClass, menuRowClass } from "./look.ts";
import type { Press } from "./press.ts";

export function OpenMenu(props: MenuProps & { press: Press }) {
  const { open, button, floating } = useFloatFrom(props.press);
  return (
    <Ariakit.MenuProvider {...open} placement={props.placement ?? "bottom-end"}>
      <Ariakit.MenuButton {...button} render={props.trigger} />
      <Ariakit.Menu {...floating} className={cx(floatingClass, "min-w-44")}>
        {props.children}
      </Ariakit.Menu>
    </Ariakit.MenuProvider>
  );
}

export function OpenMenuItem(props: MenuItemProps) {
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

export function OpenMenuChoices<Value extends string>(props: MenuChoicesProps<Value>) {
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

export function OpenMenuSeparator() {
  return <Ariakit.MenuSeparator className="my-1 border-border" />;
}

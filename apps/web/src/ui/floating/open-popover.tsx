import * as Ariakit from "@ariakit/react";
import { useRef } from "react";
import { cx } from "../class-names.ts";
import type { PopoverProps } from "../popover.tsx";
import { floatingClass } from "./look.ts";
import { type Press, usePressAgain } from "./press.ts";

export function OpenPopover(props: PopoverProps & { press: Press }) {
  const button = useRef<HTMLButtonElement>(null);
  const store = Ariakit.usePopoverStore({ placement: props.placement ?? "bottom-start" });
  usePressAgain(button, props.press);
  return (
    <>
      <Ariakit.PopoverDisclosure ref={button} store={store} render={props.trigger} />
      <Ariakit.Popover
        store={store}
        gutter={4}
        portal
        unmountOnHide
        aria-label={props.label}
        className={cx(floatingClass, "w-72 max-w-[calc(100vw-1rem)] p-3")}
      >
        {props.children(store.hide)}
      </Ariakit.Popover>
    </>
  );
}

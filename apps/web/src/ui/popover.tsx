import * as Ariakit from "@ariakit/react";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./class-names.ts";
import { floatingClass } from "./menu.tsx";

export type PopoverProps = {
  /** The button that opens it. */
  trigger: ReactElement;
  /** Accessible name of what opens. */
  label: string;
  /** Given `close`, for content that ends itself. */
  children: (close: () => void) => ReactNode;
  placement?: "bottom-start" | "bottom-end" | "top-start" | "top-end";
};

export function Popover(props: PopoverProps) {
  const store = Ariakit.usePopoverStore({ placement: props.placement ?? "bottom-start" });
  return (
    <>
      <Ariakit.PopoverDisclosure store={store} render={props.trigger} />
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

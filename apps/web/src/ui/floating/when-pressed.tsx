import {
  type ButtonHTMLAttributes,
  cloneElement,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
  useTransition,
} from "react";
import type { Press } from "./press.ts";

export type Trigger = ReactElement<ButtonHTMLAttributes<HTMLButtonElement>>;

export type WhenPressedProps = {
  /** The button that opens it. */
  trigger: Trigger;
  popup: "menu" | "dialog" | "listbox";
  /** The same button with all that floats from it. */
  children: (press: Press) => ReactNode;
};

/**
 * A mere button until it is first pressed: what floats is heavy, there may be one in each of thousands of rows, and most
 * are never opened. The button stays in its place until what it opens was fetched.
 */
export function WhenPressed({ trigger, popup, children }: WhenPressedProps) {
  const [press, setPress] = useState<Press | null>(null);
  const [isFetching, startTransition] = useTransition();
  const open = (detail: number) => startTransition(() => setPress({ detail }));
  const own = trigger.props;
  return (
    <Suspense>
      {press === null
        ? cloneElement(trigger, {
            "aria-haspopup": popup,
            "aria-expanded": false,
            "aria-busy": isFetching || undefined,
            onClick: (event) => {
              own.onClick?.(event);
              if (!event.defaultPrevented) open(event.detail);
            },
            onKeyDown: (event) => {
              own.onKeyDown?.(event);
              const opens = event.key === "ArrowDown" || event.key === "ArrowUp";
              if (!opens || event.defaultPrevented || event.currentTarget.ariaDisabled === "true") return;
              event.preventDefault();
              open(0);
            },
          })
        : children(press)}
    </Suspense>
  );
}

import { type KeyboardEvent, useCallback, useId, useRef, useState } from "react";
import { type Press, usePressAgain } from "./press.ts";

/**
 * For what floats from a button: no hidden stops around it that screen readers would find, and while it is open a
 * landmark that is named as the button is.
 */
function floatFrom(buttonId: string) {
  return {
    gutter: 4,
    portal: true,
    preserveTabOrder: false,
    unmountOnHide: true,
    wrapperProps: { role: "region", "aria-labelledby": buttonId },
  } as const;
}

/**
 * The button that something floats from, which a press has just asked for. Tab closes what floats, and the browser's own
 * step goes on from the button.
 */
export function useFloatFrom(press: Press) {
  const button = useRef<HTMLButtonElement>(null);
  const buttonId = useId();
  const [isOpen, setOpen] = useState(false);
  usePressAgain(button, press);
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    if (event.key !== "Tab") return;
    button.current?.focus();
    setOpen(false);
  }, []);
  return {
    open: { open: isOpen, setOpen },
    button: { ref: button, id: buttonId },
    floating: { ...floatFrom(buttonId), onKeyDown },
  };
}

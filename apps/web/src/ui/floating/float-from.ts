import { type KeyboardEvent, type RefObject, useCallback } from "react";

/**
 * For what floats from a button: no hidden stops around it that screen readers would find, and while it is open a
 * landmark that is named as the button is.
 */
export function floatFrom(buttonId: string) {
  return {
    gutter: 4,
    portal: true,
    preserveTabOrder: false,
    unmountOnHide: true,
    wrapperProps: { role: "region", "aria-labelledby": buttonId },
  } as const;
}

/** Tab closes what floats, and the browser's own step goes on from its button. */
export function useTabOut(button: RefObject<HTMLButtonElement | null>, setOpen: (isOpen: boolean) => void) {
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== "Tab") return;
      button.current?.focus();
      setOpen(false);
    },
    [button, setOpen],
  );
}

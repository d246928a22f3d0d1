import { type RefObject, useEffect, useRef } from "react";

/** A press that came before what it opens was there. `detail` is 0 from the keyboard, as on the click's event. */
export type Press = { detail: number };

/** Hands a press on to the button that has taken the pressed one's place, with the focus, which comes back to it. */
export function usePressAgain(button: RefObject<HTMLButtonElement | null>, press: Press): void {
  const isDone = useRef(false);
  const { detail } = press;
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    button.current?.focus();
    button.current?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail }));
  }, [button, detail]);
}

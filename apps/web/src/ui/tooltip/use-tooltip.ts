import { type FocusEvent, type PointerEvent, useEffect, useRef, useState } from "react";

const SHOW_AFTER_MS = 400;
/** Long enough for the pointer to reach the tooltip itself. */
const HIDE_AFTER_MS = 120;

/** When a tooltip shows itself: the element that it speaks of, and what that element has to listen to. */
export function useTooltip() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const turnTo = (next: HTMLElement | null, delayMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(next), delayMs);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setAnchor(null);
  };
  return {
    anchor,
    hide,
    /** The pointer rests on the tooltip, where it may be read or copied from. */
    stay: () => clearTimeout(timer.current),
    leave: () => turnTo(null, HIDE_AFTER_MS),
    listeners: {
      onPointerEnter: (event: PointerEvent<HTMLElement>) => {
        // A finger that touches a button presses it.
        if (event.pointerType !== "touch") turnTo(event.currentTarget, SHOW_AFTER_MS);
      },
      onPointerLeave: () => turnTo(null, HIDE_AFTER_MS),
      onPointerDown: hide,
      onClick: hide,
      onFocus: (event: FocusEvent<HTMLElement>) => {
        if (event.currentTarget.matches(":focus-visible")) turnTo(event.currentTarget, 0);
      },
      onBlur: hide,
    },
  };
}

import { useEffect, useRef, useState } from "react";

export type Point = { x: number; y: number };

export type PointerDragHandlers = {
  /** Past the slop: a drag, no longer a click. */
  onStart?: (from: Point) => void;
  onMove: (at: Point) => void;
  onDrop: (at: Point) => void;
  /** Escape, or the pointer was taken away: everything is to be as before. */
  onCancel: () => void;
};

const SLOP_PX = 4;

/**
 * Follows the primary button from a press to its release anywhere on the page. Returns `start`, to be called on
 * pointerdown, and whether a drag is on. Handlers may change while it lasts.
 */
export function usePointerDrag(handlers: PointerDragHandlers): {
  start: (event: { clientX: number; clientY: number; pointerId: number; button: number }) => void;
  isDragging: boolean;
} {
  const [isDragging, setIsDragging] = useState(false);
  const latest = useRef(handlers);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => () => stop.current?.(), []);

  const start: ReturnType<typeof usePointerDrag>["start"] = (event) => {
    if (event.button !== 0 || stop.current !== null) return;
    const from = { x: event.clientX, y: event.clientY };
    const listening = new AbortController();
    const options = { signal: listening.signal, capture: true };
    let begun = false;
    const end = () => {
      listening.abort();
      stop.current = null;
      setIsDragging(false);
    };
    stop.current = end;
    const isOther = (moved: PointerEvent) => moved.pointerId !== event.pointerId;
    const onMove = (moved: PointerEvent) => {
      if (isOther(moved)) return;
      const at = { x: moved.clientX, y: moved.clientY };
      if (!begun && Math.hypot(at.x - from.x, at.y - from.y) < SLOP_PX) return;
      if (!begun) {
        begun = true;
        setIsDragging(true);
        latest.current.onStart?.(from);
      }
      latest.current.onMove(at);
    };
    const onUp = (moved: PointerEvent) => {
      if (isOther(moved)) return;
      end();
      if (!begun) return;
      swallowClick();
      latest.current.onDrop({ x: moved.clientX, y: moved.clientY });
    };
    const cancel = () => {
      end();
      if (begun) latest.current.onCancel();
    };
    const onKey = (pressed: KeyboardEvent) => {
      if (pressed.key !== "Escape" || !begun) return;
      pressed.preventDefault();
      pressed.stopPropagation();
      cancel();
    };
    globalThis.addEventListener("pointermove", onMove, options);
    globalThis.addEventListener("pointerup", onUp, options);
    globalThis.addEventListener("pointercancel", cancel, options);
    globalThis.addEventListener("keydown", onKey, options);
    // Not captured: fields inside the page lose the focus all the time.
    globalThis.addEventListener("blur", cancel, { signal: listening.signal });
  };
  return { start, isDragging };
}

/** The click that the browser makes of a drag's release is no press of anything. */
function swallowClick(): void {
  const swallow = (click: MouseEvent) => {
    click.stopPropagation();
    click.preventDefault();
  };
  globalThis.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => globalThis.removeEventListener("click", swallow, { capture: true }), 0);
}

import { useEffect } from "react";

const ACTS = ["pointermove", "pointerdown", "keydown"] as const;

/** Fetches code as soon as somebody begins to act, so that what it is for is there when it is asked for. */
export function useOnFirstAct(load: () => Promise<unknown>): void {
  useEffect(() => {
    const acts = new AbortController();
    const begin = (event: Event) => {
      // A page that comes up under a pointer at rest hears of it too.
      if (event instanceof MouseEvent && event.type === "pointermove" && !hasMoved(event)) return;
      acts.abort();
      // Whoever needs it asks again, and is told.
      load().catch(() => undefined);
    };
    for (const act of ACTS) addEventListener(act, begin, { passive: true, signal: acts.signal });
    return () => acts.abort();
  }, [load]);
}

const hasMoved = ({ movementX, movementY }: MouseEvent): boolean => movementX !== 0 || movementY !== 0;

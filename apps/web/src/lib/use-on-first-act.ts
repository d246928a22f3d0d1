import { useEffect } from "react";

const ACTS = ["pointermove", "pointerdown", "keydown"] as const;

/** Fetches code as soon as somebody begins to act, so that what it is for is there when it is asked for. */
export function useOnFirstAct(load: () => Promise<unknown>): void {
  useEffect(() => {
    const acts = new AbortController();
    const begin = () => {
      acts.abort();
      // Whoever needs it asks again, and is told.
      load().catch(() => undefined);
    };
    for (const act of ACTS) addEventListener(act, begin, { passive: true, signal: acts.signal });
    return () => acts.abort();
  }, [load]);
}

import { useEffect } from "react";
import { loadFloating } from "./load.ts";

const ACTS = ["pointermove", "pointerdown", "keydown"] as const;

/** Fetches what floats as soon as somebody begins to act, so that the first menu or dialog is there when it is asked for. */
export function usePreloadOnFirstAct(): void {
  useEffect(() => {
    const acts = new AbortController();
    const begin = () => {
      acts.abort();
      // Who needs it tries again, and is told.
      loadFloating().catch(() => undefined);
    };
    for (const act of ACTS) addEventListener(act, begin, { passive: true, signal: acts.signal });
    return () => acts.abort();
  }, []);
}

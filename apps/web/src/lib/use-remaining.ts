import { useEffect, useState, useSyncExternalStore } from "react";
import { now } from "./clock.ts";
import { steadyEnd } from "./steady-end.ts";

const SECOND_MS = 1_000;

/** Counts down between estimates; tells whole seconds, so that nothing is drawn between them. */
function createCountdown() {
  const listeners = new Set<() => void>();
  let end: number | null = null;
  let shownMs: number | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  const show = () => {
    shownMs = end === null ? null : Math.max(0, Math.round((end - now()) / SECOND_MS) * SECOND_MS);
    for (const notify of listeners) notify();
  };
  const tickWhileNeeded = () => {
    const isNeeded = end !== null && listeners.size > 0;
    if (isNeeded) timer ??= setInterval(show, SECOND_MS);
    else {
      clearInterval(timer);
      timer = undefined;
    }
  };
  return {
    note: (remainingMs: number | null) => {
      end = remainingMs === null ? null : steadyEnd(end, { remainingMs, now: now() });
      show();
      tickWhileNeeded();
    },
    shownMs: () => shownMs,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      tickWhileNeeded();
      return () => {
        listeners.delete(listener);
        tickWhileNeeded();
      };
    },
  };
}

/**
 * Milliseconds that are left, counted down second by second between the server's estimates; null where nobody knows.
 * @param reading what holds the estimate: another one each time that the server spoke
 */
export function useRemaining(reading: { remainingMs: number | null }): number | null {
  const [countdown] = useState(createCountdown);
  useEffect(() => countdown.note(reading.remainingMs), [countdown, reading]);
  return useSyncExternalStore(countdown.subscribe, countdown.shownMs);
}

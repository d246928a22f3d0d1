import type { EpochMs, IsoDate } from "@gantry/api-contract";
import { useSyncExternalStore } from "react";
import { planDayOf } from "./today.ts";

const TICK_MS = 10_000;

/** The present moment, for what is not drawn. */
export function now(): EpochMs {
  return Date.now();
}

let nowMs = now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) nowMs = now();
  listeners.add(listener);
  timer ??= setInterval(() => {
    nowMs = now();
    for (const notify of listeners) notify();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Now, renewed every ten seconds: for "read 20 s ago". */
export function useNow(): EpochMs {
  return useSyncExternalStore(subscribe, () => nowMs);
}

/** Today in CodeArts' time zone; changes at its midnight while the page stays open. */
export function useToday(): IsoDate {
  return planDayOf(useNow());
}

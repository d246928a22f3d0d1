import { chinaDayOf, type IsoDate } from "./days.ts";

/** The simulator's only source of time; `advance` moves it forward without waiting. */
export type SimulatorClock = {
  now: () => number;
  today: () => IsoDate;
  advance: (ms: number) => void;
};

/** @param base epoch ms; default is the machine's clock. */
export function createClock(base: () => number = Date.now): SimulatorClock {
  let aheadMs = 0;
  const now = () => base() + aheadMs;
  return {
    now,
    today: () => chinaDayOf(now()),
    advance: (ms) => {
      aheadMs += ms;
    },
  };
}

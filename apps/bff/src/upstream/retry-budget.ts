import type { Clock } from "../clock.ts";

const SHARE = 0.2;
const PER_SECOND = 3;
const MAX_BALANCE = 10;

export type RetryBudget = {
  noteCall: () => void;
  /** Takes one retry out of the budget, before its wait: waiting retries count too. */
  tryTake: () => boolean;
};

/** In a total outage retries add at most a fifth to what is offered, and three a second. */
export function createRetryBudget(clock: Clock): RetryBudget {
  let balance = MAX_BALANCE;
  let filledAt = clock.now();
  const add = (amount: number) => {
    balance = Math.min(balance + amount, MAX_BALANCE);
  };
  return {
    noteCall: () => add(SHARE),
    tryTake: () => {
      const now = clock.now();
      add(((now - filledAt) / 1000) * PER_SECOND);
      filledAt = now;
      if (balance < 1) return false;
      balance -= 1;
      return true;
    },
  };
}

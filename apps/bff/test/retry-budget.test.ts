import { describe, expect, it } from "vitest";
import { createAppClock } from "./test-clock.ts";
import { createRetryBudget } from "../src/upstream/retry-budget.ts";

describe("createRetryBudget", () => {
  it("lets an outage cost at most a fifth more calls, and three a second", () => {
    const clock = createAppClock(0);
    const budget = createRetryBudget(clock);
    const [callsPerSecond, seconds] = [200, 60];
    let retries = 0;
    for (let call = 0; call < callsPerSecond * seconds; call += 1) {
      clock.advanceBy(1000 / callsPerSecond);
      budget.noteCall();
      while (budget.tryTake()) retries += 1;
    }
    const burst = 10;
    expect(retries).toBeLessThanOrEqual(callsPerSecond * seconds * 0.2 + seconds * 3 + burst);
    expect(retries).toBeGreaterThan(seconds * 3);
  });

  it("is spent by retries that only wait", () => {
    const budget = createRetryBudget(createAppClock(0));
    const taken = Array.from({ length: 100 }, () => budget.tryTake()).filter(Boolean);
    expect(taken).toHaveLength(10);
  });

  it("comes back with time", () => {
    const clock = createAppClock(0);
    const budget = createRetryBudget(clock);
    while (budget.tryTake()) continue;
    clock.advanceBy(1000);
    expect([1, 2, 3, 4].map(() => budget.tryTake())).toEqual([true, true, true, false]);
  });
});

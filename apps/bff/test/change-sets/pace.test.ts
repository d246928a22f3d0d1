import type { ChangeSet, ChangeSetPage } from "@gantry/api-contract";
import type { Fetch } from "@gantry/codearts-client";
import { afterEach, describe, expect, test } from "vitest";
import { openMemoryDatabase } from "../../src/database/open-sqlite.ts";
import type { Store } from "../../src/database/store.ts";
import { createSteppingClock, type SteppingClock } from "../stepping-clock.ts";
import { TEST_NOW } from "../test-app.ts";
import { agree, call, create, openBench, previewOf, type Bench, type Wish } from "./harness.ts";
import { ipdDates, links, scrumDates } from "./large-wishes.ts";

/** The embedded one on either run: what a server takes to answer is no part of the test's own time. */
let store: Store;
let bench: Bench;
afterEach(async () => {
  await bench.close();
  await store.close();
});

/** The way to CodeArts and back, in the test's own time; some calls are held up on it. */
function uneven(clock: SteppingClock, arrivedAt: number[]) {
  let number = 0;
  return (toSimulator: Fetch): Fetch =>
    async (url, init) => {
      number += 1;
      await clock.wait(number % 40 === 39 ? 300 : 5 + (number % 7));
      arrivedAt.push(clock.now());
      const answer = await toSimulator(url, init);
      await clock.wait(15 + (number % 5));
      return answer;
    };
}

function mostInASecond(instants: readonly number[]): number {
  return Math.max(...instants.map((start) => instants.filter((at) => at >= start && at < start + 1_000).length));
}

/** Looks now and then, since looking takes the test's time too. */
async function finished(id: string, clock: SteppingClock): Promise<ChangeSet> {
  for (;;) {
    const { changeSet } = await call<ChangeSetPage>(bench.browser, `/api/change-sets/${id}?limit=1`);
    if (changeSet.state === "finished") return changeSet;
    await clock.wait(200);
  }
}

const SCALE = { items: 2_300, plans: 2, biggestPlan: 260, ipdItems: 2_000 };

const JOBS: { what: string; callsPerSecond: number; toWish: (world: Bench) => Wish }[] = [
  { what: "2,000 links", callsPerSecond: 5, toWish: links(2_000, "largest") },
  { what: "2,000 IPD dates", callsPerSecond: 10, toWish: ipdDates(2_000) },
  { what: "300 Scrum dates", callsPerSecond: 50, toWish: scrumDates(300) },
];

describe.each(JOBS)("a job of $what", ({ callsPerSecond, toWish }) => {
  test("has no more calls arrive in any second than allowed, and takes as long as these need and was foretold", async () => {
    const clock = createSteppingClock(TEST_NOW);
    const arrivedAt: number[] = [];
    store = await openMemoryDatabase({ now: clock.now });
    bench = await clock.runUntil(
      openBench({
        store,
        clock,
        config: { upstreamRate: callsPerSecond, upstreamConcurrency: 20 },
        simulator: { scale: SCALE },
        wrapFetch: uneven(clock, arrivedAt),
      }),
    );
    const wish = toWish(bench);
    const { changes, estimateMs } = await clock.runUntil(previewOf(bench.browser, wish));
    await clock.runUntil(clock.wait(2_000));
    arrivedAt.length = 0;
    const { projectId, planId, kind: origin } = wish;
    const input = { origin, projectId, planId, changes: agree(changes) };
    const ended = await clock.runUntil(create(bench.browser, { input }).then(({ id }) => finished(id, clock)));
    expect(ended.counts.applied).toBe(changes.length);
    expect(mostInASecond(arrivedAt)).toBeLessThanOrEqual(callsPerSecond);
    const tookMs = (ended.finishedAt ?? Number.NaN) - ended.createdAt;
    expect(tookMs).toBeLessThanOrEqual(1.1 * (arrivedAt.length / callsPerSecond) * 1_000);
    expect(estimateMs).toBeGreaterThan(0.8 * tookMs);
    expect(estimateMs).toBeLessThan(1.2 * tookMs);
  });
});

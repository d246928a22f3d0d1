import type { ChangeSet, ChangeSetPage } from "@gantry/api-contract";
import type { Fetch } from "@gantry/codearts-client";
import { afterEach, describe, expect, test } from "vitest";
import { openMemoryDatabase } from "../../src/database/open-sqlite.ts";
import type { Store } from "../../src/database/store.ts";
import { createSteppingClock, type SteppingClock } from "../stepping-clock.ts";
import { TEST_NOW } from "../test-app.ts";
import { agree, call, create, openBench, previewOf, type Bench, type Wish } from "./harness.ts";
import { ipdDates, links, scrumDates } from "./large-wishes.ts";
import { mostInASecond } from "../most-in-a-second.ts";

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

/** Looks now and then, since looking takes the test's time too. */
async function finished(id: string, clock: SteppingClock): Promise<ChangeSet> {
  for (;;) {
    const { changeSet } = await call<ChangeSetPage>(bench.browser, `/api/change-sets/${id}?limit=1`);
    if (changeSet.state === "finished") return changeSet;
    await clock.wait(200);
  }
}

const SCALE = { items: 10_400, plans: 2, biggestPlan: 300, ipdItems: 4_000 };
const WRITES = new Set(["linkIssues", "updateIssue", "batchUpdateIpdIssues"]);

type Job = {
  what: string;
  callsPerSecond: number;
  toWish: (world: Bench) => Wish;
  ipdPageLimit: number;
  /** Its time to what its writes alone would take at the rate: the reads are the rest. */
  mostToWrites: number;
};

const JOBS: Job[] = [
  {
    what: "10,000 links",
    callsPerSecond: 5,
    toWish: links(10_000, "largest"),
    ipdPageLimit: 200,
    mostToWrites: 1.05,
  },
  // Each of seven categories is asked for by itself: of 10,000 items the reads are a tenth.
  {
    what: "4,000 IPD dates in pages of 2,000",
    callsPerSecond: 5,
    toWish: ipdDates(4_000),
    ipdPageLimit: 2_000,
    mostToWrites: 1.2,
  },
  { what: "300 Scrum dates", callsPerSecond: 20, toWish: scrumDates(300), ipdPageLimit: 200, mostToWrites: 1.05 },
];

describe.each(JOBS)("a job of $what", ({ callsPerSecond, toWish, ipdPageLimit, mostToWrites }) => {
  test("has no more calls arrive in any second than allowed, and takes as long as these need and was foretold", async () => {
    const clock = createSteppingClock(TEST_NOW);
    const arrivedAt: number[] = [];
    store = await openMemoryDatabase({ now: clock.now });
    bench = await clock.runUntil(
      openBench({
        store,
        clock,
        config: { upstreamRate: callsPerSecond, upstreamConcurrency: 20 },
        simulator: { scale: SCALE, ipdPageLimit },
        wrapFetch: uneven(clock, arrivedAt),
      }),
    );
    const wish = toWish(bench);
    const { changes, estimateMs } = await clock.runUntil(previewOf(bench.browser, wish));
    await clock.runUntil(clock.wait(2_000));
    arrivedAt.length = 0;
    const before = bench.simulator.ledger.received().length;
    const { projectId, planId, kind: origin } = wish;
    const input = { origin, projectId, planId, changes: agree(changes) };
    const ended = await clock.runUntil(create(bench.browser, { input }).then(({ id }) => finished(id, clock)));
    expect(ended.counts.applied).toBe(changes.length);
    expect(mostInASecond(arrivedAt)).toBeLessThanOrEqual(callsPerSecond);
    const tookMs = (ended.finishedAt ?? Number.NaN) - ended.createdAt;
    const writes = bench.simulator.ledger
      .received()
      .slice(before)
      .filter(({ operation }) => WRITES.has(operation)).length;
    expect(tookMs).toBeLessThanOrEqual(1.02 * (arrivedAt.length / callsPerSecond) * 1_000);
    expect(tookMs).toBeLessThanOrEqual(mostToWrites * (writes / callsPerSecond) * 1_000);
    expect(estimateMs).toBeGreaterThan(0.8 * tookMs);
    expect(estimateMs).toBeLessThan(1.2 * tookMs);
  });
});

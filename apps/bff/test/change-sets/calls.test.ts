import type { Preview } from "@gantry/api-contract";
import type { SimulatorOptions } from "@gantry/codearts-simulator";
import { afterEach, describe, expect, test } from "vitest";
import { openMemoryDatabase } from "../../src/database/open-sqlite.ts";
import type { Store } from "../../src/database/store.ts";
import { agree, create, createJobClock, openBench, previewOf, settled, type Bench, type Wish } from "./harness.ts";
import { ipdDates, links, scrumDates } from "./large-wishes.ts";

const ITEMS = 1_000;
const SCALE = { items: ITEMS + 300, plans: 2, biggestPlan: 260, ipdItems: ITEMS };
const SCRUM_ITEMS = 400;
const WRITES = new Set(["linkIssues", "updateIssue", "batchEditIssues", "batchUpdateIpdIssues"]);

/** The embedded one on either run: what a server takes to answer is no part of the test's own time. */
let store: Store;
let bench: Bench;
afterEach(async () => {
  await bench.close();
  await store.close();
});

type Run = {
  preview: Preview;
  writes: number;
  reads: number;
};

/** Previews a wish and agrees to all of it; what CodeArts was asked for from then on. */
async function run(
  simulator: SimulatorOptions,
  { toWish, lookMs = 0 }: { toWish: (bench: Bench) => Wish; lookMs?: number },
): Promise<Run> {
  const clock = createJobClock();
  store = await openMemoryDatabase({ now: clock.now });
  bench = await openBench({ store, clock, simulator: { scale: SCALE, ...simulator } });
  const { ledger } = bench.simulator;
  const wish = toWish(bench);
  const preview = await previewOf(bench.browser, wish);
  clock.advanceBy(lookMs);
  const before = ledger.received().length;
  const { projectId, planId, kind: origin } = wish;
  const input = { origin, projectId, planId, changes: agree(preview.changes) };
  const ended = await settled(bench, (await create(bench.browser, { input })).id);
  expect(ended.counts.applied).toBe(preview.changes.length);
  // Creating looks at the plan itself; all else is the job's.
  const made = ledger
    .received()
    .slice(before)
    .filter(({ operation }) => operation !== "showPlan");
  const writes = made.filter(({ operation }) => WRITES.has(operation)).length;
  return { preview, writes, reads: made.length - writes };
}

const RUNS = [
  { what: "1,000 links", toWish: links(ITEMS, "largest"), mostReads: 2 },
  { what: "a link to a small plan", toWish: links(1, "smallest"), mostReads: 2 },
  { what: "400 Scrum dates", toWish: scrumDates(SCRUM_ITEMS), mostReads: 8 },
  { what: "one Scrum date", toWish: scrumDates(1), mostReads: 2 },
  { what: "1,000 IPD dates in pages of 200", toWish: ipdDates(ITEMS), mostReads: 20 },
  { what: "1,000 IPD dates in pages of 1,000", toWish: ipdDates(ITEMS), ipdPageLimit: 1_000, mostReads: 12 },
  { what: "one IPD date", toWish: ipdDates(1), mostReads: 2 },
];

describe.each(RUNS)("$what", ({ toWish, mostReads, ipdPageLimit = 200 }) => {
  test("takes the calls that the preview foretold, and few of them to read", async () => {
    const { preview, writes, reads } = await run({ ipdPageLimit }, { toWish });
    const foretold = preview.upstreamCalls + preview.upstreamReads;
    expect(writes).toBe(preview.upstreamCalls);
    expect(foretold).toBeGreaterThanOrEqual(0.8 * (writes + reads));
    expect(foretold).toBeLessThanOrEqual(1.2 * (writes + reads));
    expect(reads).toBeLessThanOrEqual(mostReads);
  });
});

test("after a minute's look at the preview, agreeing asks for one's own projects anew, and for no other look-up", async () => {
  const { reads } = await run({}, { toWish: links(ITEMS, "largest"), lookMs: 60_000 });
  expect(reads).toBeLessThanOrEqual(2 + 2);
});

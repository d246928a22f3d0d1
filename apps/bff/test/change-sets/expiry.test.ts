import { afterEach, expect, test } from "vitest";
import type { Config } from "../../src/config.ts";
import { createTestApp } from "../test-app.ts";
import { jobOf, OPERATIONS } from "../faults/jobs.ts";
import { create, openBench, resultsOf, settled, type Bench } from "./harness.ts";
import { findBreaches } from "./invariants.ts";

let bench: Bench;
afterEach(() => bench.close());

const EXPIRIES = 10;

/** One IAM user makes all calls; it is the simulator's first, as people are. */
function serviceMode({ account, userName, password }: { account: string; userName: string; password: string }) {
  return { auth: { mode: "service", account, userName, password } } satisfies Partial<Config>;
}

test(`with renewal, a token that dies ${EXPIRIES} times in a job costs no change and no more renewals than that`, async () => {
  const probe = await openBench();
  const [user] = probe.simulator.credentials;
  await probe.close();
  if (user === undefined) throw new Error("The simulator has no users");
  bench = await openBench({ config: serviceMode(user) });
  const { simulator, browser } = bench;
  const input = jobOf(simulator, { kind: "scrum", items: 200 });
  const { id } = await create(browser, { input });
  const issuedBefore = simulator.ledger.calls("issueToken");
  for (let expiry = 0; expiry < EXPIRIES; expiry += 1) {
    const when = { operation: OPERATIONS.scrum, nth: 5 + expiry * 19 };
    simulator.faults.add({ when, do: { kind: "expire-token", all: true } });
  }
  const done = await settled(bench, id);
  expect(done.counts).toMatchObject({ applied: 200 });
  expect(simulator.ledger.calls("issueToken") - issuedBefore).toBeLessThanOrEqual(EXPIRIES);
  const results = await resultsOf(browser, id);
  expect(findBreaches(simulator, { results, ...input, submitted: 200 })).toEqual([]);
});

test("without renewal, a job waits through a restart too, and only the same person's sign-in lets it go on", async () => {
  bench = await openBench();
  const { simulator, clock } = bench;
  const input = jobOf(simulator, { kind: "scrum", items: 60 });
  simulator.faults.add({ when: { operation: OPERATIONS.scrum, nth: 20 }, do: { kind: "expire-token", all: true } });
  const { id } = await create(bench.browser, { input });
  await untilWaiting(id);
  const sent = simulator.ledger.calls(OPERATIONS.scrum);
  await bench.app.stop();

  const { store } = bench.dependencies;
  const next = await createTestApp({ clock, store, wrapFetch: () => (url, init) => simulator.fetch(url, init) });
  const [, other] = simulator.credentials;
  if (other === undefined) throw new Error("The simulator has one user");
  const { account, userName, password } = other;
  const foreign = await next.signIn({ account, userName, password });
  const resumed = await foreign.request(`/api/change-sets/${id}/resume`, { method: "POST" });
  expect(resumed.status).toBe(404);
  expect(simulator.ledger.calls(OPERATIONS.scrum)).toBe(sent);
  const browser = await next.signIn();
  const done = await settled({ ...next, browser }, id);
  expect(done.counts).toMatchObject({ applied: 60 });
  const results = await resultsOf(browser, id);
  expect(findBreaches(simulator, { results, ...input, submitted: 60 })).toEqual([]);
  await next.close();
});

async function untilWaiting(id: string) {
  for (let turn = 0; turn < 100_000; turn += 1) {
    const row = await bench.dependencies.database
      .selectFrom("change_sets")
      .select(["state", "lease_holder"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (row?.state === "waiting-for-sign-in" && row.lease_holder === null) return;
    await new Promise((next) => void setImmediate(next));
  }
  throw new Error("It never came to wait for a sign-in");
}

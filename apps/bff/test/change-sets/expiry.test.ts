import { afterEach, expect, test, vi } from "vitest";
import type { Config } from "../../src/config.ts";
import { createTestApp, type TestApp } from "../test-app.ts";
import { LONG_MS } from "../faults/counts.ts";
import { jobOf, OPERATIONS } from "../faults/jobs.ts";
import { call, create, openBench, resultsOf, settled, untilResting, type Bench } from "./harness.ts";
import { findBreaches } from "./invariants.ts";

let bench: Bench;
afterEach(() => bench.close());

const EXPIRIES = 10;
const WAITS = 10;
const ITEMS = 120;
const FEW_ITEMS = 14;

vi.setConfig({ testTimeout: LONG_MS });

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
  const input = jobOf(simulator, { kind: "scrum", items: ITEMS });
  // The first call asks for the first token.
  await call(browser, "/api/projects");
  const issuedBefore = simulator.ledger.calls("issueToken");
  for (let expiry = 0; expiry < EXPIRIES; expiry += 1) {
    const when = { operation: OPERATIONS.scrum, nth: 5 + expiry * 11 };
    simulator.faults.add({ when, do: { kind: "expire-token", all: true } });
  }
  const { id } = await create(browser, { input });
  const done = await settled(bench, id);
  expect(done.counts).toMatchObject({ applied: ITEMS });
  const renewals = simulator.ledger.calls("issueToken") - issuedBefore;
  expect(renewals).toBeGreaterThan(0);
  expect(renewals).toBeLessThanOrEqual(EXPIRIES);
  const results = await resultsOf(browser, id);
  expect(findBreaches(simulator, { results, ...input, submitted: ITEMS })).toEqual([]);
});

test(`without renewal, a job waits through a restart too, and only the same person's sign-in lets it go on, ${WAITS} times`, async () => {
  bench = await openBench();
  const { simulator, clock } = bench;
  const { store } = bench.dependencies;
  const [, other] = simulator.credentials;
  if (other === undefined) throw new Error("The simulator has one user");
  const { account, userName, password } = other;
  let app: TestApp = bench;
  let browser = bench.browser;
  for (let wait = 0; wait < WAITS; wait += 1) {
    // Nobody may sign in much oftener.
    clock.advanceBy(60_000);
    const after = simulator.ledger.all().length;
    const input = jobOf(simulator, { kind: "scrum", items: FEW_ITEMS });
    const when = { operation: OPERATIONS.scrum, nth: 2 + wait };
    simulator.faults.add({ when, do: { kind: "expire-token", all: true } });
    const { id } = await create(browser, { input });
    await untilResting(bench, id, "waiting-for-sign-in");
    const sent = simulator.ledger.calls(OPERATIONS.scrum);
    await app.app.stop();

    app = await createTestApp({ clock, store, wrapFetch: () => (url, init) => simulator.fetch(url, init) });
    const foreign = await app.signIn({ account, userName, password });
    const resumed = await foreign.request(`/api/change-sets/${id}/resume`, { method: "POST" });
    expect(resumed.status).toBe(404);
    expect(simulator.ledger.calls(OPERATIONS.scrum)).toBe(sent);
    browser = await app.signIn();
    const done = await settled({ ...app, browser }, id);
    expect(done.counts).toMatchObject({ applied: FEW_ITEMS });
    const results = await resultsOf(browser, id);
    expect(findBreaches(simulator, { results, ...input, submitted: FEW_ITEMS, after })).toEqual([]);
  }
  await app.close();
});

import { afterEach, expect, test } from "vitest";
import { openMemoryDatabase } from "../src/database/open-sqlite.ts";
import type { Store } from "../src/database/store.ts";
import { scrumPlace } from "./change-sets/harness.ts";
import { createSteppingClock } from "./stepping-clock.ts";
import { createTestApp, TEST_NOW, type TestApp } from "./test-app.ts";
import { mostInASecond } from "./most-in-a-second.ts";

const CALLS_PER_SECOND = 20;
const CALLS = 120;
/** A job sends so much of its pace at once, to begin with. */
const AHEAD_MS = 500;
/** Calls that could have left meanwhile, at most. */
const LOST = 3;

let store: Store;
let app: TestApp;
afterEach(async () => {
  await app.close();
  await store.close();
});

const PREPARATIONS = [
  { what: "always as long", prepareMs: () => 30 },
  { what: "now long, now not", prepareMs: (call: number) => (call % 3 === 0 ? 90.7 : 0) },
];

test.each(PREPARATIONS)(
  "what is committed before each call of a job costs no rate, and lets none leave early: $what",
  async ({ prepareMs }) => {
    const clock = createSteppingClock(TEST_NOW, { timers: "early" });
    const arrivedAt: number[] = [];
    store = await openMemoryDatabase({ now: clock.now });
    app = await clock.runUntil(
      createTestApp({
        store,
        clock,
        config: { upstreamRate: CALLS_PER_SECOND, upstreamConcurrency: 20 },
        wrapFetch: (fetch) => async (url, init) => {
          await clock.wait(10.3);
          arrivedAt.push(clock.exactly());
          const answer = await fetch(url, init);
          await clock.wait(10.4);
          return answer;
        },
      }),
    );
    const browser = await clock.runUntil(app.signIn());
    expect(browser.cookie()).not.toBeNull();
    const [row] = await app.dependencies.database.selectFrom("sessions").select(["user_id", "domain_id"]).execute();
    const owner = { userId: row?.user_id ?? "", domainId: row?.domain_id ?? "" };
    const session = await app.dependencies.sessions.findByOwner(owner);
    if (session === null) throw new Error("Nobody is signed in");
    const upstream = app.dependencies.upstreams.for(session, { job: "job" });
    const { projectId, spareIds } = scrumPlace(app.simulator);
    await clock.runUntil(clock.wait(2_000));
    arrivedAt.length = 0;
    const { signal } = new AbortController();
    const begunAt = clock.now();
    const write = (itemId: string, call: number) =>
      upstream.write(
        "updateItem",
        { projectId, itemId, changes: { name: `Named ${call}` } },
        { signal, beforeSend: () => clock.wait(prepareMs(call)) },
      );
    await clock.runUntil(Promise.all(spareIds.slice(0, CALLS).map(write)));
    expect(arrivedAt.length).toBe(CALLS);
    expect(mostInASecond(arrivedAt)).toBeLessThanOrEqual(CALLS_PER_SECOND);
    expect(clock.now() - begunAt).toBeLessThanOrEqual(((CALLS + LOST) / CALLS_PER_SECOND) * 1_000 - AHEAD_MS);
  },
);

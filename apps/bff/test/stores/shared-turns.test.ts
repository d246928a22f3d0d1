import { setMaxListeners } from "node:events";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { steadyClock } from "../../src/clock.ts";
import { openMemoryDatabase } from "../../src/database/open-sqlite.ts";
import type { Store } from "../../src/database/store.ts";
import { createCallLimit } from "../../src/upstream/call-limit.ts";
import { createSharedTurns } from "../../src/upstream/shared-turns.ts";
import type { Turn } from "../../src/upstream/turns.ts";
import { createSteppingClock, type SteppingClock } from "../stepping-clock.ts";
import { TEST_NOW } from "../test-app.ts";
import { createTestDatabase, TESTED_STORE, type TestDatabase } from "./test-database.ts";
import { mostInASecond } from "../most-in-a-second.ts";

const { signal } = new AbortController();
setMaxListeners(0, signal);
const BOUNDS = { ratePerSecond: 100, concurrency: 20 };

const databases: TestDatabase[] = [];
const stores: Store[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await Promise.all(databases.splice(0).map((database) => database.remove()));
});

/** So many replicas on one database, and when each of their calls arrived, some of them late. */
async function openReplicas(count: number) {
  const database = await createTestDatabase();
  databases.push(database);
  const first = await database.open();
  // The embedded store has one process; two limits in it share the book all the same.
  const others = await Promise.all(
    Array.from({ length: count - 1 }, async () => (TESTED_STORE === "postgres" ? await database.open() : first)),
  );
  stores.push(...new Set([first, ...others]));
  const arrivedAt: number[] = [];
  let longestWayMs = 0;
  const arrive = async (turn: Turn) => {
    while (turn.dueAt > steadyClock.now()) await steadyClock.wait(turn.dueAt - steadyClock.now());
    const leftAt = performance.now();
    await steadyClock.wait(arrivedAt.length % 20 === 19 ? 80 : 5);
    arrivedAt.push(performance.now());
    longestWayMs = Math.max(longestWayMs, performance.now() - leftAt);
    turn.noteArrival(steadyClock.now() + CLOCK_STEP_MS);
  };
  const replicas = [first, ...others].map((store) => {
    const turns = createSharedTurns({ store, bounds: BOUNDS, clock: steadyClock });
    const limit = createCallLimit({ turns, clock: steadyClock, leadMs: () => LEAD_MS });
    const send = (calls: number, job: string | null = "job") =>
      Promise.all(Array.from({ length: calls }, () => limit.run(arrive, { signal, job, isRead: false })));
    return { turns, send };
  });
  return { replicas, arrivedAt, longestWayMs: () => longestWayMs };
}

/** A store as a database behind a network is: what happens while its answer is on the way must not be lost. */
function answeringLate(store: Store, clock: SteppingClock): Store {
  const late: Pick<Store["database"], "transaction"> = {
    transaction: () => {
      const builder = store.database.transaction();
      const execute: typeof builder.execute = async (work) => {
        const result = await builder.execute(work);
        await clock.wait(8);
        return result;
      };
      return new Proxy(builder, { get: (target, name) => (name === "execute" ? execute : Reflect.get(target, name)) });
    },
  };
  const database = new Proxy(store.database, {
    get: (target, name) => (name === "transaction" ? late.transaction : Reflect.get(target, name)),
  });
  return { ...store, database };
}

/**
 * Two replicas by a clock of the test's own, on a store whose answers are late.
 * @param options.wayMs what a call takes to arrive, when so many have
 */
async function playReplicas(options: {
  bounds: typeof BOUNDS;
  callsEach: number;
  wayMs: (arrived: number) => number;
  toldLaterMs: number;
}): Promise<{ arrivedAt: readonly number[]; tookMs: number }> {
  const { bounds, callsEach, wayMs, toldLaterMs } = options;
  const clock = createSteppingClock(TEST_NOW);
  const store = await openMemoryDatabase({ now: clock.now });
  onTestFinished(store.close);
  const arrivedAt: number[] = [];
  const send = () => {
    const turns = createSharedTurns({ store: answeringLate(store, clock), bounds, clock });
    const limit = createCallLimit({ turns, clock, leadMs: () => LEAD_MS });
    const arrive = async (turn: Turn) => {
      while (turn.dueAt > clock.now()) await clock.wait(turn.dueAt - clock.now());
      await clock.wait(wayMs(arrivedAt.length));
      arrivedAt.push(clock.now());
      if (toldLaterMs > 0) await clock.wait(toldLaterMs);
      turn.noteArrival(clock.now());
    };
    const run = () => limit.run(arrive, { signal, job: "job", isRead: false });
    return Promise.all(Array.from({ length: callsEach }, run));
  };
  await clock.runUntil(Promise.all([send(), send()]));
  return { arrivedAt, tookMs: clock.now() - TEST_NOW };
}

const CLOCK_STEP_MS = 1;
const FEW = { ratePerSecond: 5, concurrency: 20 };
/** Turns are taken so long before they are due. */
const LEAD_MS = 20;
const ENOUGH_FOR_TWO_SECONDS = 250;
/** A machine that stands still for so long holds calls up for longer than anybody reckons with: it is tried again. */
const STANDSTILL_MS = 4_000;

describe("replicas on one store", () => {
  it.each([1, 2])("have together never more calls arrive than the rate in any second: %i of them", async (count) => {
    let played;
    do {
      played = await openReplicas(count);
      await Promise.all(played.replicas.map(({ send }) => send(Math.ceil(ENOUGH_FOR_TWO_SECONDS / count))));
    } while (played.longestWayMs() > STANDSTILL_MS);
    const { arrivedAt } = played;
    expect(arrivedAt.length).toBeGreaterThanOrEqual(ENOUGH_FOR_TWO_SECONDS);
    expect(mostInASecond(arrivedAt)).toBeLessThanOrEqual(BOUNDS.ratePerSecond);
  });

  it("have no more calls arrive, either, where the next turn is farther off than it is worth to reserve", async () => {
    const { arrivedAt } = await playReplicas({
      bounds: FEW,
      callsEach: 20,
      wayMs: () => 5,
      toldLaterMs: 300,
    });
    expect(mostInASecond(arrivedAt)).toBeLessThanOrEqual(FEW.ratePerSecond);
  });

  it("send nearly as many, in a time that no machine is too slow for", async () => {
    const { tookMs } = await playReplicas({
      bounds: BOUNDS,
      callsEach: 200,
      wayMs: (arrived) => 5 + (arrived % 7),
      toldLaterMs: 0,
    });
    expect(tookMs).toBeLessThan((400 / BOUNDS.ratePerSecond) * 1_000 * 0.95);
  });

  it("hold back together when one of them is refused, and a person's call goes on", async () => {
    const { replicas } = await openReplicas(2);
    const [refused, other] = replicas;
    if (refused === undefined || other === undefined) throw new Error("no replicas");
    await refused.send(5);
    refused.turns.noteRefusal({ sentAt: steadyClock.now(), retryAfterMs: 60_000, underWay: 1 });
    // The book is changed in turn, so the next who looks into it knows.
    await other.send(1, null);
    expect(other.turns.heldUntil()).toBeGreaterThan(steadyClock.now() + 50_000);
    expect(other.turns.ratePerSecond()).toBeLessThan(BOUNDS.ratePerSecond);
  });

  it("send nothing while the store is gone", async () => {
    const { replicas, arrivedAt } = await openReplicas(1);
    await stores[0]?.database.schema.dropTable("upstream_pace").execute();
    await expect(replicas[0]?.send(3)).rejects.toThrow("upstream_pace");
    expect(arrivedAt).toEqual([]);
  });
});

import { randomBytes } from "node:crypto";
import { CodeArtsError, type IssuedToken } from "@gantry/codearts-client";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../src/clock.ts";
import type { Store } from "../../src/database/store.ts";
import { systemRandom } from "../../src/random.ts";
import { createRejectedPassword } from "../../src/session/rejected-password.ts";
import { createSealer } from "../../src/session/sealing.ts";
import { createServiceToken, type ServiceToken } from "../../src/upstream/service-token.ts";
import { createSharedTokens } from "../../src/upstream/shared-token.ts";
import { type AppClock, createAppClock } from "../test-clock.ts";
import { createTestDatabase, type TestDatabase, TESTED_STORE } from "./test-database.ts";

const HOUR_MS = 3_600_000;
const key = { id: "k", bytes: randomBytes(32) };
const signal = new AbortController().signal;

let database: TestDatabase;
let stores: Store[];
let clock: AppClock;
let asked: number;
/** What IAM does when it is asked. */
let iam: () => Promise<IssuedToken>;

/** The embedded store has one replica, PostgreSQL two. */
const REPLICAS = TESTED_STORE === "postgres" ? 2 : 1;

beforeEach(async () => {
  database = await createTestDatabase();
  stores = await Promise.all(Array.from({ length: REPLICAS }, () => database.open()));
  clock = createAppClock(Date.parse("2026-11-23T02:00:00Z"));
  asked = 0;
  iam = async () => issued();
});
afterEach(async () => {
  for (const store of stores) await store.close();
  await database.remove();
});

function issued(): IssuedToken {
  const user = { id: "u", name: "robot", domain: { id: "d", name: "acme" } };
  return { token: `token-${asked}-${"x".repeat(32_000)}`, expiresAtMs: clock.now() + 24 * HOUR_MS, user };
}

function startReplica(store: Store): ServiceToken {
  const sealer = createSealer([key], { random: systemRandom });
  return createServiceToken({
    issue: () => {
      asked += 1;
      return iam();
    },
    shared: createSharedTokens({ store, sealer, boundTo: ["acme", "robot"], processId: systemRandom.uuid() }),
    rejected: createRejectedPassword({ database: store.database, key, credentials: ["acme", "robot", "secret"] }),
    clock,
    pause: systemClock.wait,
  });
}

const startAll = () => stores.map(startReplica);
/** 50 calls on each replica, all at once. */
const readAll = (replicas: readonly ServiceToken[]) =>
  Promise.all(replicas.flatMap((replica) => Array.from({ length: 50 }, () => replica.read(signal))));

function failure(kind: "auth" | "server" | "timeout" | "html"): CodeArtsError {
  const known = { html: "bad-answer", server: "server-error", timeout: "timeout", auth: "auth" } as const;
  return new CodeArtsError({ operation: "createToken", kind: known[kind], wasSent: true, reason: "planted" });
}

describe("the service user's token", () => {
  it("is asked for once at each expiry, by all replicas together, also when IAM is slow", async () => {
    const replicas = startAll();
    iam = async () => {
      const answer = issued();
      await systemClock.wait(300);
      return answer;
    };
    for (let expiry = 1; expiry <= 4; expiry += 1) {
      expect(new Set(await readAll(replicas)).size).toBe(1);
      expect(asked).toBe(expiry);
      clock.advanceBy(24 * HOUR_MS);
    }
  });

  it("that CodeArts no longer takes is replaced once, however many calls met that", async () => {
    const replicas = startAll();
    const [old = ""] = await readAll(replicas);
    const after = await Promise.all(
      replicas.flatMap((replica) =>
        Array.from({ length: 20 }, async () => {
          replica.forget(old);
          return replica.read(signal);
        }),
      ),
    );
    expect(asked).toBe(2);
    expect(new Set(after).size).toBe(1);
    expect(after[0]).not.toBe(old);
  });

  it("outlives a restart, and is nothing that the database could tell", async () => {
    const [token = ""] = await readAll(startAll());
    expect((await readAll(startAll()))[0]).toBe(token);
    expect(asked).toBe(1);
    const rows = await stores[0]?.database.selectFrom("service_token").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token.slice(0, 60));
  });

  it("is got by another replica when the one that asked was killed in the call: one call more", async () => {
    const [first] = startAll();
    iam = () => new Promise(() => undefined);
    void first?.read(signal).catch(() => undefined);
    await expect.poll(() => asked).toBe(1);
    // The killed one's claim runs out by the database's clock.
    await stores[0]?.database.updateTable("service_token").set({ renewing_until: 0, renewing_by: "killed" }).execute();
    iam = async () => issued();
    const next = startReplica(stores.at(-1) ?? missing());
    expect(await next.read(signal)).toMatch(/^token-2-/);
    expect(asked).toBe(2);
  });

  it.runIf(TESTED_STORE === "postgres")("waits for a replica that is at it, however long its call takes", async () => {
    const [left, right] = startAll();
    let answer: (token: IssuedToken) => void = () => undefined;
    iam = () => new Promise((resolve) => (answer = resolve));
    const mine = left?.read(signal);
    await expect.poll(() => asked).toBe(1);
    const claim = async () => {
      const { rows } = await sql<{ until: number }>`select renewing_until as until from service_token`.execute(
        (stores[0] ?? missing()).database,
      );
      return rows[0]?.until ?? 0;
    };
    const before = await claim();
    const theirs = right?.read(signal);
    await expect.poll(claim).toBeGreaterThan(before);
    answer(issued());
    expect(await theirs).toBe(await mine);
    expect(asked).toBe(1);
  });

  it("is never asked for again with a password that IAM rejected, by nobody, restarted or not", async () => {
    iam = async () => {
      throw failure("auth");
    };
    const replicas = startAll();
    const results = await Promise.allSettled(
      [...replicas, ...replicas].flatMap((replica) => Array.from({ length: 20 }, () => replica.read(signal))),
    );
    expect(results.every(({ status }) => status === "rejected")).toBe(true);
    await expect(startReplica(stores.at(-1) ?? missing()).read(signal)).rejects.toMatchObject({
      code: "session.sign_in_unavailable",
    });
    expect(asked).toBe(1);
  });

  it.each(["server", "timeout", "html"] as const)("that still works is used while IAM fails (%s)", async (kind) => {
    const replicas = startAll();
    const [token] = await readAll(replicas);
    iam = async () => {
      throw failure(kind);
    };
    clock.advanceBy(24 * HOUR_MS - 60_000);
    expect(new Set(await readAll(replicas))).toEqual(new Set([token]));
    // Each replica tries once, and then not for a while.
    expect(asked).toBeLessThanOrEqual(1 + REPLICAS);
    clock.advanceBy(60_000);
    await expect(replicas[0]?.read(signal)).rejects.toMatchObject({ operation: "createToken" });
    iam = async () => issued();
    expect(new Set(await readAll(replicas)).size).toBe(1);
  });
});

function missing(): never {
  throw new Error("No such replica");
}

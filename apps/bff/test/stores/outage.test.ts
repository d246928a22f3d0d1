import { type PostgresServer, startPostgres } from "@gantry/tooling/tasks/postgres.mjs";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { openPostgres } from "../../src/database/postgres/open.ts";
import { storageFailureOf } from "../../src/database/storage-failure.ts";
import type { Store } from "../../src/database/store.ts";
import { createTestApp, type TestApp, type TestBrowser } from "../test-app.ts";
import { settingsOf, TESTED_STORE } from "./test-database.ts";

/** Far above what is promised, and below the 17 s after which an answer is given up in any case (`pool.ts`). */
const PATIENCE_MS = 15_000;

let server: PostgresServer | null = null;
let store: Store;
let app: TestApp;
let browser: TestBrowser;

/** A server of its own, since it is going to be killed and frozen. */
beforeAll(async () => {
  if (TESTED_STORE === "postgres") server = await startPostgres({ settings: ["fsync=off"] });
});
afterAll(() => server?.remove());
beforeEach(async () => {
  if (TESTED_STORE !== "postgres") return;
  const settings = { ...settingsOf("postgres"), port: server?.port ?? 0 };
  store = await openPostgres(settings, { now: Date.now, processId: "one" });
  app = await createTestApp({ store });
  browser = await app.signIn();
});
afterEach(async () => {
  if (TESTED_STORE !== "postgres") return;
  await app.close();
  await store.close();
});

const list = async () => (await browser.request("/api/change-sets")).status;
const ready = async () => (await browser.request("/api/health/ready")).status;
const live = async () => (await browser.request("/api/health/live")).status;

/** The server's processes: the first, and those that serve a connection each. */
async function pidsOfServer(): Promise<number[]> {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity where pid is not null`.execute(
    store.database,
  );
  return [server?.pid() ?? 0, ...rows.map(({ pid }) => pid)];
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // That one has ended meanwhile.
    }
  }
}

/** While the database is away: a 503 for whoever needs it, and nobody waits for it. */
async function expectOutage(): Promise<void> {
  const answer = await Promise.race([browser.request("/api/change-sets"), systemClock.wait(PATIENCE_MS)]);
  if (answer === undefined) throw new Error(`No answer within ${PATIENCE_MS} ms`);
  expect(await answer.json()).toMatchObject({ error: { code: "storage.unavailable" } });
  expect(answer.status).toBe(503);
  expect(await ready()).toBe(503);
  expect(await live()).toBe(200);
}

describe.runIf(TESTED_STORE === "postgres")("while PostgreSQL is away", () => {
  test("killed: everybody is told at once, and all goes on by itself after its restart", async () => {
    expect(await list()).toBe(200);
    await server?.kill();
    await expect.poll(list).toBe(503);
    await expectOutage();
    await server?.restart();
    await expect.poll(list).toBe(200);
    expect(await ready()).toBe(200);
  });

  test("killed again and again: what was acknowledged is there", async () => {
    const acknowledged: string[] = [];
    for (let kill = 1; kill <= 3; kill += 1) {
      const write = async (writer: number) => {
        for (let row = 0; ; row += 1) {
          const name = `${kill}-${writer}-${row}`;
          await store.database.insertInto("settings").values({ name, value: "" }).execute();
          acknowledged.push(name);
        }
      };
      const written = Promise.allSettled([1, 2, 3, 4].map(write));
      const most = acknowledged.length + 50;
      await expect.poll(() => acknowledged.length).toBeGreaterThan(most);
      await server?.kill();
      const ends = await written;
      expect(ends.every((end) => end.status === "rejected" && storageFailureOf(end.reason) === "unavailable")).toBe(
        true,
      );
      await server?.restart();
      await expect.poll(list).toBe(200);
    }
    const kept = await store.database.selectFrom("settings").select("name").execute();
    const names = new Set(kept.map(({ name }) => name));
    expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
  });

  test("frozen: nobody waits for it longer than for a cut connection, and all goes on when it thaws", async () => {
    const pids = await pidsOfServer();
    signalAll(pids, "SIGSTOP");
    try {
      await expectOutage();
      expect(store.channel.isWhole()).toBe(false);
    } finally {
      signalAll(pids, "SIGCONT");
    }
    await expect.poll(list).toBe(200);
    expect(await ready()).toBe(200);
  });

  test("cut off from it: connections are made anew", async () => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()`.execute(
      store.database,
    );
    await expect.poll(list).toBe(200);
    await expect.poll(() => store.channel.isWhole()).toBe(true);
  });

  test("read-only: what must be stored is refused as such, and well again after", async () => {
    // By way of another database: who comes to this one anew may not write, and who was there before is gone.
    const setReadOnly = async (setting: "on" | "off") => {
      const client = new pg.Client({ ...settingsOf("template1"), port: server?.port ?? 0 });
      await client.connect();
      await client.query(`alter database postgres set default_transaction_read_only = ${setting}`);
      await client.query("select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = 'postgres'");
      await client.end();
    };
    const signOut = async () => (await browser.request("/api/session", { method: "DELETE" })).status;
    await setReadOnly("on");
    await expect.poll(list).toBe(200);
    expect(await signOut()).toBe(503);
    expect(await list()).toBe(200);
    await setReadOnly("off");
    await expect.poll(signOut).toBe(204);
  });
});

test.runIf(TESTED_STORE === "postgres")("a process that was busy does not take PostgreSQL for gone", async () => {
  // Well past the silence after which it would; again, since it may have been about to ask when it was kept busy.
  for (let time = 0; time < 2; time += 1) {
    // More than there are connections yet.
    const going = Array.from({ length: 4 + time * 4 }, () => sql`select pg_sleep(0.1)`.execute(store.database));
    await new Promise((next) => void setImmediate(next));
    const busyUntil = performance.now() + 2_500;
    while (performance.now() < busyUntil);
    await Promise.all(going);
    // Longer than the look at the silence that comes next: a cut would end it.
    await sql`select pg_sleep(0.6)`.execute(store.database);
  }
  expect(await list()).toBe(200);
});

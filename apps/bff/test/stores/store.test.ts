import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holdLock } from "../../src/database/lock-row.ts";
import { nextNumber } from "../../src/database/next-number.ts";
import type { ChannelMessage, Store } from "../../src/database/store.ts";
import { createTestDatabase, type TestDatabase, TESTED_STORE } from "./test-database.ts";

let database: TestDatabase;
let store: Store;

beforeEach(async () => {
  database = await createTestDatabase();
  store = await database.open();
});
afterEach(async () => {
  await store.close();
  await database.remove();
});

describe("values", () => {
  it("come back as they went in, on either store", async () => {
    const instant = 1_763_780_000_123;
    await sql`create table probe (counted bigint, held text, small integer)`.execute(store.database);
    await sql`insert into probe values (${instant}, ${"957294446158852096"}, ${7})`.execute(store.database);
    const { rows } = await sql`
      select counted, held, small, (counted = ${instant}) as same, (select count(*) from probe) as total,
        (select sum(counted) from probe) as summed, (select max(small) from probe) as most from probe
    `.execute(store.database);
    expect(rows).toEqual([
      { counted: instant, held: "957294446158852096", small: 7, same: 1, total: 1, summed: instant, most: 7 },
    ]);
  });

  it("of any characters are taken, also those that a name should not have", async () => {
    const value = "a\0b \u{1F600} '); drop table settings; --";
    await store.database.insertInto("settings").values({ name: "hostile", value }).execute();
    const row = await store.database.selectFrom("settings").select("value").executeTakeFirstOrThrow();
    expect(row.value).toBe(value.replace("\0", "\uFFFD"));
  });
});

describe("the store's clock", () => {
  it("gives epoch milliseconds that go on", async () => {
    const read = async () => {
      const { rows } = await sql<{ now: number }>`select ${store.now()} as now`.execute(store.database);
      return rows[0]?.now ?? 0;
    };
    const first = await read();
    expect(Math.abs(first - Date.now())).toBeLessThan(60_000);
    expect(Number.isInteger(first)).toBe(true);
    expect(await read()).toBeGreaterThanOrEqual(first);
  });
});

describe("numbers", () => {
  it("are given once and without gaps, however many ask at once; a roll-back gives its number back", async () => {
    const take = () =>
      store.database.transaction().execute((transaction) => nextNumber(transaction, "change_sets.sequence"));
    const given = await Promise.all(Array.from({ length: 20 }, take));
    expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const abandoned = store.database.transaction().execute(async (transaction) => {
      await nextNumber(transaction, "change_sets.sequence");
      throw new Error("abandoned");
    });
    await expect(abandoned).rejects.toThrow("abandoned");
    expect(await take()).toBe(21);
  });
});

describe("a lock", () => {
  it("lets who checks before writing see what the one before has written", async () => {
    const addIfFew = () =>
      store.database.transaction().execute(async (transaction) => {
        await holdLock(transaction, "few");
        const { count } = await transaction
          .selectFrom("settings")
          .select((select) => select.fn.countAll<number>().as("count"))
          .executeTakeFirstOrThrow();
        if (count >= 3) return;
        await transaction.insertInto("settings").values({ name: crypto.randomUUID(), value: "" }).execute();
      });
    await Promise.all(Array.from({ length: 10 }, addIfFew));
    expect(await store.database.selectFrom("settings").selectAll().execute()).toHaveLength(3);
  });
});

describe("news of a transaction", () => {
  it("go out when it is committed, and not when it is not", async () => {
    const heard: ChannelMessage[] = [];
    store.channel.subscribe("session", (message) => void heard.push(message));
    await store.transaction(async (transaction, tell) => {
      tell("session", { sessionId: "kept" });
      await transaction.insertInto("settings").values({ name: "a", value: "1" }).execute();
      expect(heard).toEqual([]);
    });
    const failed = store.transaction(async (_transaction, tell) => {
      tell("session", { sessionId: "lost" });
      throw new Error("abandoned");
    });
    await expect(failed).rejects.toThrow("abandoned");
    expect(heard).toEqual([{ sessionId: "kept" }]);
  });
});

describe.runIf(TESTED_STORE === "postgres")("two replicas on one PostgreSQL", () => {
  let other: Store;
  beforeEach(async () => {
    other = await database.open();
  });
  afterEach(() => other.close());

  const hear = (from: Store) => {
    const heard: ChannelMessage[] = [];
    from.channel.subscribe("live", (message) => void heard.push(message));
    return heard;
  };

  it("hear each other's news once each, in order, and their own without waiting", async () => {
    const [here, there] = [hear(store), hear(other)];
    const sent = Array.from({ length: 50 }, (_, number) => ({ number }));
    for (const message of sent) store.channel.publish("live", message);
    expect(here).toEqual(sent);
    await expect.poll(() => there.length).toBe(sent.length);
    expect(there).toEqual(sent);
    expect(here).toEqual(sent);
  });

  it("are told of a gap when a connection was cut, and hear each other again after it", async () => {
    const there = hear(other);
    const gaps: string[] = [];
    other.channel.onGap(() => void gaps.push("gap"));
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'gantry channel' and datname = current_database()
    `.execute(store.database);
    await expect.poll(() => gaps.length).toBeGreaterThan(0);
    await expect.poll(() => [store, other].every(({ channel }) => channel.isWhole())).toBe(true);
    store.channel.publish("live", { after: true });
    await expect.poll(() => there).toEqual([{ after: true }]);
  });

  it("agree on the time, whatever their own clocks say", async () => {
    const ahead = await database.open({ now: () => Date.now() + 25 * 3_600_000 });
    const read = async (from: Store) => {
      const { rows } = await sql<{ now: number }>`select ${from.now()} as now`.execute(from.database);
      return rows[0]?.now ?? 0;
    };
    const [mine, theirs] = [await read(store), await read(ahead)];
    await ahead.close();
    expect(theirs - mine).toBeGreaterThanOrEqual(0);
    expect(theirs - mine).toBeLessThan(60_000);
  });
});

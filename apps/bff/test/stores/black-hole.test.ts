import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openPostgres } from "../../src/database/postgres/open.ts";
import { storageFailureOf } from "../../src/database/storage-failure.ts";
import type { Store } from "../../src/database/store.ts";
import { startBlackHole, type BlackHole } from "../faults/black-hole.ts";
import { administer, settingsOf, TESTED_STORE } from "./test-database.ts";

const NAME = "behind_a_black_hole";
let hole: BlackHole;
let store: Store;

beforeEach(async () => {
  if (TESTED_STORE !== "postgres") return;
  await administer(`create database ${NAME}`);
  const settings = settingsOf(NAME);
  hole = await startBlackHole({ port: settings.port ?? 0 });
  store = await openPostgres({ ...settings, port: hole.port }, { now: Date.now, processId: "one" });
  await store.database.insertInto("settings").values({ name: "held", value: "" }).execute();
});
afterEach(async () => {
  if (TESTED_STORE !== "postgres") return;
  await store.close();
  await hole.close();
  await administer(`drop database ${NAME} with (force)`);
});

const write = () => store.database.updateTable("settings").set({ value: "x" }).where("name", "=", "held").execute();

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe.runIf(TESTED_STORE === "postgres")("a network that swallows everything", () => {
  test("ends what was under way as unavailable, and what that had locked is free when the network is back", async () => {
    const begun = deferred();
    const swallowed = deferred();
    const holder = store.transaction(async (transaction) => {
      await transaction.updateTable("settings").set({ value: "held" }).where("name", "=", "held").execute();
      begun.resolve();
      await swallowed.promise;
      await transaction.selectFrom("settings").selectAll().execute();
    });
    await begun.promise;
    // They stand in line for what it holds, and would hold it one after another.
    const waiting = [write(), write()];
    hole.swallow();
    swallowed.resolve();
    const ends = await Promise.allSettled([holder, ...waiting]);
    expect(ends.map((end) => end.status === "rejected" && storageFailureOf(end.reason))).toEqual([
      "unavailable",
      "unavailable",
      "unavailable",
    ]);
    await expect(write()).rejects.toThrow("The database does not answer");
    hole.letThrough();
    await expect.poll(() => store.channel.isWhole()).toBe(true);
    await write();
    const row = await store.database.selectFrom("settings").select("value").executeTakeFirstOrThrow();
    expect(row.value).toBe("x");
  });
});

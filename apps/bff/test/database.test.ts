import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RUN_SOURCE } from "./run-source.ts";
import { DatabaseInUseError, openDatabase } from "../src/database/open-sqlite.ts";
import { migrations } from "../src/database/migrations.ts";

const HOLDER = fileURLToPath(new URL("./hold-data-folder.ts", import.meta.url));
let dataDir = "";

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "gantry-data-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const open = () => openDatabase(dataDir, { now: () => 0, pid: process.pid });

async function holdInAnotherProcess() {
  const holder = spawn(process.execPath, [...RUN_SOURCE, HOLDER, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(holder.stdout, "data");
  return holder;
}

describe("openDatabase", () => {
  it("refuses a data folder that another process holds, and names its pid", async () => {
    const holder = await holdInAnotherProcess();
    const refusal = await open().then(
      () => null,
      (error: unknown) => error,
    );
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect(refusal).toBeInstanceOf(DatabaseInUseError);
    expect(String(refusal)).toContain(`process ${holder.pid}`);
  });

  it("takes over from a process that was killed, with all that it had stored", async () => {
    const holder = await holdInAnotherProcess();
    holder.kill("SIGKILL");
    await once(holder, "exit");
    const store = await open();
    const { rows } = await sql`select name from schema_migrations`.execute(store.database);
    await store.close();
    expect(rows).toHaveLength(migrations.length);
  });

  it("keeps what was stored when it is opened again", async () => {
    const first = await open();
    await first.database.insertInto("settings").values({ name: "a", value: "1" }).execute();
    await first.close();
    const second = await open();
    const row = await second.database.selectFrom("settings").selectAll().executeTakeFirst();
    await second.close();
    expect(row).toEqual({ name: "a", value: "1" });
  });

  it("writes ahead and waits for the disk at every commit", async () => {
    const store = await open();
    const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(store.database);
    const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(store.database);
    await store.close();
    expect(journal.rows[0]?.journal_mode).toBe("wal");
    expect(synchronous.rows[0]?.synchronous).toBe(2);
  });

  it("makes the folder for this user alone", async () => {
    const inner = join(dataDir, "made");
    const store = await openDatabase(inner, { now: () => 0, pid: process.pid });
    await store.close();
    expect(statSync(inner).mode & 0o077).toBe(0);
  });
});

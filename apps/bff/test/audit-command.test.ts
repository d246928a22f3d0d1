import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { appendAudit } from "../src/audit/append.ts";
import { runAuditCommand } from "../src/audit/command/run.ts";
import { openDatabase } from "../src/database/open-sqlite.ts";

const AT = Date.parse("2026-11-22T10:00:00Z");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gantry-audit-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const openStore = () => openDatabase(folder, { now: () => AT, pid: process.pid });

async function write(rows: number): Promise<void> {
  const { database, close } = await openStore();
  for (let index = 0; index < rows; index += 1)
    await database.transaction().execute((transaction) =>
      appendAudit(transaction, {
        at: AT + index,
        kind: "links.edited",
        actor: { userId: "u1", domainId: "d1", name: "李娜" },
        projectId: "a".repeat(32),
        changeSetId: null,
        requestId: null,
        detail: { links: [`${index}→2: – → FS+0`] },
      }),
    );
  await close();
}

async function run(words: readonly string[], env: Record<string, string> = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [output, errors] = [text(stdout), text(stderr)];
  const code = await runAuditCommand({ env, stdout, stderr }, words);
  stdout.end();
  stderr.end();
  return { code, output: await output, errors: await errors };
}

const headOf = (output: string) => /^Head: (\S+)$/m.exec(output)?.[1] ?? "";

describe("audit verify", () => {
  test("finds a folder's log intact, prints its head, and writes nothing", async () => {
    await write(3);
    const before = readFileSync(join(folder, "gantry.db"));
    const { code, output, errors } = await run(["verify", folder]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toMatch(/^The audit log is intact: 3 rows\.\nHead: 3:[0-9a-f]{64}\n/);
    expect(readFileSync(join(folder, "gantry.db")).equals(before)).toBe(true);
    expect(await run(["verify"], { DATA_DIR: folder })).toMatchObject({ code: 0, output });
  });

  test("proves a head noted earlier, and tells when the end was cut off since", async () => {
    await write(3);
    const noted = headOf((await run(["verify", folder])).output);
    await write(2);
    expect(await run(["verify", folder, "--head", noted])).toMatchObject({ code: 0 });
    const later = headOf((await run(["verify", folder])).output);
    const { database, close } = await openStore();
    await database.deleteFrom("audit_rows").where("number", ">", 2).execute();
    const { hash } = await database
      .selectFrom("audit_rows")
      .select("hash")
      .where("number", "=", 2)
      .executeTakeFirstOrThrow();
    await database.updateTable("audit_head").set({ number: 2, hash }).execute();
    await close();
    expect(await run(["verify", folder])).toMatchObject({ code: 0 });
    const { code, output } = await run(["verify", folder, "--head", noted, "--head", later]);
    expect(code).toBe(1);
    expect(output).toContain("row 3: it was noted elsewhere as a head, and is not there");
    expect(output).toContain("row 5: it was noted elsewhere as a head, and is not there");
  });

  test("names the row of the store that somebody changed", async () => {
    await write(3);
    const { database, close } = await openStore();
    await database.updateTable("audit_rows").set({ user_name: "Somebody else" }).where("number", "=", 2).execute();
    await close();
    const { code, output } = await run(["verify", folder]);
    expect(code).toBe(1);
    expect(output).toMatch(/^The audit log is NOT intact: 3 rows were read\.\n {2}- row 2: its content was changed\n/);
  });

  test("takes a file that was exported, and finds a line taken out of it", async () => {
    await write(3);
    const { code, output } = await run(["export", folder]);
    expect(code).toBe(0);
    const file = join(folder, "audit.ndjson");
    writeFileSync(file, output);
    expect(await run(["verify", file])).toMatchObject({ code: 0, errors: "" });
    const lines = output.split("\n");
    writeFileSync(file, [...lines.slice(0, 1), ...lines.slice(2)].join("\n"));
    expect(await run(["verify", file])).toMatchObject({ code: 1 });
    writeFileSync(file, lines.slice(0, 2).join("\n"));
    expect((await run(["verify", file])).output).toContain("the end is missing");
    writeFileSync(file, "");
    expect(await run(["verify", file])).toMatchObject({ code: 1 });
  });

  test("says what to do where a server is running on the folder", async () => {
    await write(1);
    const { close } = await openStore();
    const { code, errors } = await run(["verify", folder]);
    await close();
    expect(code).toBe(2);
    expect(errors).toMatch(/a server is running on it\. Stop it first/);
  });

  test("says what is wrong where there is nothing to verify", async () => {
    expect(await run(["verify", join(folder, "none")])).toMatchObject({ code: 2, output: "" });
    expect((await run(["verify", folder])).errors).toContain("there is no gantry.db in it");
    writeFileSync(join(folder, "gantry.db"), "this is no database, but it is long enough to be looked at".repeat(100));
    expect((await run(["verify", folder])).errors).toContain("no database");
    expect((await run(["verify"], { DATABASE_URL: "nonsense" })).errors).toContain("DATABASE_URL");
    const url = "postgres://gantry:a-password@127.0.0.1:1/gantry";
    const keys = { ENCRYPTION_KEYS: "k:6x8MniTejHZpWIg1+mL4cMPUHJHfhDkD0dBXV2NJNyw=" };
    const { code, errors } = await run(["verify"], { DATABASE_URL: url, ...keys });
    expect({ code, errors }).toEqual({
      code: 2,
      errors: "DATABASE_URL: PostgreSQL cannot be used (ECONNREFUSED: nothing listens there)\n",
    });
  });

  test.each([
    [],
    ["verify", "a", "b"],
    ["verify", "--head", "3"],
    ["verify", "--all"],
    ["erase"],
    ["export", "--head", `1:${"0".repeat(64)}`],
  ])("explains itself where the words make no sense: %j", async (...words) => {
    const { code, errors } = await run(words.flat());
    expect(code).toBe(2);
    expect(errors).toMatch(/^Usage:/);
  });
});

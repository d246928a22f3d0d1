import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createCanary } from "../canary.ts";
import { bundle } from "../faults/bundle.ts";
import { administer, settingsOf, TESTED_STORE } from "./test-database.ts";

const PASSWORD = `pw/${randomBytes(24).toString("base64url")}`;
const canary = createCanary("password of the database", PASSWORD);
const NAME = "of_a_process";
const KEY = randomBytes(32).toString("base64");
/** To bundle the server and to start it twice takes its time on a busy machine. */
const HANGS_AFTER_MS = 300_000;

let main: Awaited<ReturnType<typeof bundle>>;
let folder = "";
let ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  if (TESTED_STORE === "postgres") main = await bundle("src/main.ts");
}, HANGS_AFTER_MS);
afterAll(() => main?.remove());
beforeEach(async () => {
  if (TESTED_STORE !== "postgres") return;
  folder = mkdtempSync(join(tmpdir(), "gantry-process-"));
  await administer(`create database ${NAME}`);
});
afterEach(async () => {
  if (TESTED_STORE !== "postgres") return;
  for (const end of ends) await end();
  ends = [];
  await administer(`drop database if exists ${NAME} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

function launch({ port }: { port: number }) {
  const url = `postgres://gantry:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${NAME}`;
  const child = spawn(process.execPath, [main.file], {
    env: {
      PATH: process.env["PATH"],
      PORT: "0",
      LOG_LEVEL: "debug",
      DATA_DIR: folder,
      DATABASE_URL: url,
      ENCRYPTION_KEYS: `k:${KEY}`,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
  let isClosed = false;
  const closed = once(child, "close").then(() => {
    isClosed = true;
  });
  ends.push(async () => {
    child.kill("SIGKILL");
    await closed;
  });
  const ready = async () => {
    while (!said.includes("Gantry is ready")) {
      if (isClosed) throw new Error(`It has ended with ${child.exitCode} before it was ready`);
      await Promise.race([once(child.stdout, "data"), closed]);
    }
  };
  return { child, closed, ready, said: () => said };
}

describe.runIf(TESTED_STORE === "postgres")("processes on one PostgreSQL", () => {
  test(
    "start together on an empty database, in one data folder, and say nothing of its password",
    async () => {
      const port = Number(settingsOf(NAME).port);
      const replicas = [launch({ port }), launch({ port })];
      for (const { ready } of replicas) await ready();
      for (const { said } of replicas) expect(canary.isIn(Buffer.from(said()))).toBe(false);
    },
    HANGS_AFTER_MS,
  );

  test(
    "that cannot reach it end with a message that names the setting and repeats nothing of it",
    async () => {
      const { child, closed, said } = launch({ port: 1 });
      await closed;
      expect(child.exitCode).toBe(1);
      expect(said()).toContain("DATABASE_URL: PostgreSQL cannot be used (ECONNREFUSED");
      expect(canary.isIn(Buffer.from(said()))).toBe(false);
      expect(said()).not.toContain("127.0.0.1");
    },
    HANGS_AFTER_MS,
  );
});

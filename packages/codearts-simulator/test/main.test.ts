import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

type Program = { child: ChildProcess; said: () => string; ended: Promise<unknown[]> };

function start(...flags: string[]): Program {
  const child = spawn(process.execPath, ["--import", tsx, main, ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return { child, said: () => text, ended: once(child, "close") };
}

test("the program prints its address and a sign-in, answers there, and ends on SIGTERM", async () => {
  const { child, said, ended } = start("--port", "0", "--seed", "2", "--today", "2026-11-22");
  await expect.poll(said).toMatch(/http:\/\/\S+\s[^]*Sign in: gantry-demo \/ zhao\.min \/ demo-only/);
  const url = /http:\/\/\S+/.exec(said())?.[0] ?? "";
  expect((await fetch(`${url}/v4/user`)).status).toBe(401);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test.each([
  ["--scale", "huge", "--scale must be demo or large"],
  ["--port", "many", "--port must be a whole number"],
  ["--today", "2026-02-30", "--today must be a day"],
])("the program refuses %s %s, says why, and ends with 2", async (flag, value, reason) => {
  const { said, ended } = start(flag, value);
  expect(await ended).toEqual([2, null]);
  expect(said()).toContain(reason);
});

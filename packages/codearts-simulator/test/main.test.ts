import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const room = dirname(dirname(fileURLToPath(import.meta.url)));
const tsx = createRequire(import.meta.url).resolve("tsx/cli");

function start(...flags: string[]) {
  return spawn(process.execPath, [tsx, join(room, "src/main.ts"), ...flags], { stdio: ["ignore", "pipe", "pipe"] });
}

async function firstText(stream: NodeJS.ReadableStream): Promise<string> {
  const [chunk] = (await once(stream, "data")) as [Buffer];
  return chunk.toString();
}

test(
  "the program prints its address and a sign-in, answers there, and ends on SIGTERM",
  { timeout: 30_000 },
  async () => {
    const program = start("--port", "0", "--seed", "2", "--today", "2026-11-22");
    const text = await firstText(program.stdout);
    expect(text).toContain("Sign in: gantry-demo / zhao.min / demo-only");
    const url = /http:\/\/\S+/.exec(text)?.[0] ?? "";
    expect((await fetch(`${url}/v4/user`)).status).toBe(401);
    const ended = once(program, "exit");
    program.kill("SIGTERM");
    await ended;
    expect(program.exitCode).toBe(0);
  },
);

test.each([
  ["--scale", "huge", "--scale must be demo or large"],
  ["--port", "many", "--port must be a whole number"],
  ["--today", "2026-02-30", "--today must be a day"],
])("the program refuses %s %s, says why, and ends with 2", { timeout: 30_000 }, async (flag, value, reason) => {
  const program = start(flag, value);
  const ended = once(program, "exit");
  expect(await firstText(program.stderr)).toContain(reason);
  expect(await ended).toEqual([2, null]);
});

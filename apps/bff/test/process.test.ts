import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bundle } from "./faults/bundle.ts";
import { SECURITY_HEADERS } from "../src/http/security-headers.ts";

let main: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  main = await bundle("src/main.ts");
});
afterAll(() => main.remove());

type Running = {
  child: ChildProcess;
  origin: string;
  output: () => string;
  errors: () => string;
  exit: Promise<number | null>;
};

let dataDir = "";
let running: Running[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "gantry-process-"));
});
afterEach(async () => {
  for (const { child, exit } of running) {
    child.kill("SIGKILL");
    await exit;
  }
  running = [];
  rmSync(dataDir, { recursive: true, force: true });
});

function launch(environment: Record<string, string> = {}, { words = [] }: { words?: string[] } = {}): Running {
  const child = spawn(process.execPath, [main.file, ...words], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  // Its exit may come before its last words.
  const exit = once(child, "close").then(([code]: (number | null)[]) => code ?? null);
  const started = { child, origin: "", output: () => output, errors: () => errors, exit };
  running.push(started);
  return started;
}

async function start(environment: Record<string, string> = {}): Promise<Running> {
  const started = launch(environment);
  while (!started.output().includes("Gantry is ready")) {
    await Promise.race([once(started.child.stdout ?? started.child, "data"), started.exit]);
    if (started.child.exitCode !== null) throw new Error(started.errors());
  }
  const origin = /http:\/\/localhost:\d+/.exec(started.output())?.[0] ?? "";
  return { ...started, origin };
}

/** Speaks to the port directly and gives everything that comes back until the server closes. */
async function speak(origin: string, text: string): Promise<string> {
  const socket = connect({ port: Number(new URL(origin).port), host: "127.0.0.1" });
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(text);
  await once(socket, "close");
  return answer;
}

describe("the process", () => {
  it("starts a demo with nothing set, says where in one line, and stops with 0 on SIGTERM", async () => {
    const gantry = await start();
    expect(gantry.output()).toMatch(/^Gantry is ready at http:\/\/localhost:\d+ \(demo: made-up data\)\n$/);
    const session = await (await fetch(`${gantry.origin}/api/session`)).json();
    expect(session).toMatchObject({ demo: true, demoCredentials: { account: expect.any(String) }, session: null });
    expect((await fetch(`${gantry.origin}/api/health/ready`)).status).toBe(200);
    gantry.child.kill("SIGTERM");
    expect(await gantry.exit).toBe(0);
    expect(gantry.errors()).toBe("");
  });

  it("verifies its audit log as a command, once the server has stopped", async () => {
    const gantry = await start();
    const early = launch({}, { words: ["audit", "verify"] });
    expect(await early.exit).toBe(2);
    expect(early.errors()).toContain("a server is running on it");
    gantry.child.kill("SIGTERM");
    await gantry.exit;
    const command = launch({}, { words: ["audit", "verify"] });
    expect(await command.exit).toBe(0);
    expect(command.output()).toMatch(/^The audit log is intact: \d+ rows\.\nHead: \d+:[0-9a-f]{64}\n/);
  });

  it("keeps the demo's own key for itself, and its sessions over a restart", async () => {
    const first = await start();
    const { demoCredentials } = await (await fetch(`${first.origin}/api/session`)).json();
    const signedIn = await fetch(`${first.origin}/api/session`, {
      method: "POST",
      headers: { "x-gantry": "1", origin: first.origin, "content-type": "application/json" },
      body: JSON.stringify(demoCredentials),
    });
    const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(statSync(join(dataDir, "demo-encryption-keys")).mode & 0o077).toBe(0);
    first.child.kill("SIGINT");
    expect(await first.exit).toBe(0);
    const second = await start();
    const { session } = await (await fetch(`${second.origin}/api/session`, { headers: { cookie } })).json();
    expect(session).toMatchObject({ userName: demoCredentials.userName });
  });

  it("tells open event streams that it is stopping, and lets requests under way finish", async () => {
    const gantry = await start();
    const { demoCredentials } = await (await fetch(`${gantry.origin}/api/session`)).json();
    const signedIn = await fetch(`${gantry.origin}/api/session`, {
      method: "POST",
      headers: { "x-gantry": "1", origin: gantry.origin, "content-type": "application/json" },
      body: JSON.stringify(demoCredentials),
    });
    const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    const events = await fetch(`${gantry.origin}/api/events`, { headers: { cookie } });
    const overview = await fetch(`${gantry.origin}/api/overview`, { headers: { cookie } });
    gantry.child.kill("SIGTERM");
    const [told, lines] = await Promise.all([events.text(), overview.text()]);
    expect(told).toContain('"type":"server-stopping"');
    expect(lines.trim().split("\n").at(-1)).toContain('"type":"end"');
    expect(await gantry.exit).toBe(0);
  });

  it("refuses to start beside another: on its data, naming the pid, or on its port", async () => {
    const first = await start();
    const onItsData = launch();
    const onItsPort = launch({ PORT: new URL(first.origin).port, DATA_DIR: join(dataDir, "other") });
    expect([await onItsData.exit, await onItsPort.exit]).toEqual([1, 1]);
    expect(onItsData.errors()).toContain(`process ${first.child.pid}`);
    expect(onItsPort.errors()).toContain("this address is in use");
    expect(onItsData.output() + onItsPort.output()).toBe("");
  });

  it("refuses bad settings with one message and no value", async () => {
    const readable = join(dataDir, "readable-by-others");
    writeFileSync(readable, "hidden", { mode: 0o644 });
    const gantry = launch({
      HOST: "0.0.0.0",
      PORT: "hidden-port",
      DATABASE_URL: "hidden://db/x",
      ENCRYPTION_KEYS_FILE: readable,
    });
    expect(await gantry.exit).toBe(1);
    for (const name of ["HOST", "PORT", "DATABASE_URL", "ENCRYPTION_KEYS_FILE"])
      expect(gantry.errors()).toContain(`- ${name}: `);
    expect(gantry.errors()).not.toContain("hidden");
  });
});

describe("what is no request yet", () => {
  it("is answered with our headers too, and the connection closed", async () => {
    const gantry = await start();
    const head = "HTTP/1.1\r\nhost: localhost\r\n";
    const raw: readonly (readonly [status: number, text: string])[] = [
      [400, "this is not HTTP\r\n\r\n"],
      [400, `POST /api/session ${head}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
      [400, `POST /api/session ${head}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
      [400, `GET / ${head}x: a\r\n b\r\n\r\n`],
      [400, `GET / ${head}x : a\r\n\r\n`],
      [431, `GET / ${head}x: ${"y".repeat(20_000)}\r\n\r\n`],
      [408, `GET / ${head}`],
    ];
    const answers = await Promise.all(raw.map(([, text]) => speak(gantry.origin, text)));
    for (const [index, [status, text]] of raw.entries()) {
      const answer = answers[index] ?? "";
      expect(answer, text.slice(0, 80)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(answer).toContain(`${name}: ${value}`);
      expect(answer).toContain('"error":{"code":"request.');
    }
    for (const method of ["TRACE", "PROPFIND"]) {
      const answer = await speak(gantry.origin, `${method} /api/session ${head}connection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1.1 405 /);
    }
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../src/database/open-sqlite.ts";
import { createCanary, unpack } from "./canary.ts";
import { everyEndpoint } from "./example-calls.ts";
import { createTestApp, firstCredentials, type TestApp, type TestBrowser } from "./test-app.ts";

const FAULTS = [
  { kind: "echo-token" },
  { kind: "html", status: 200 },
  { kind: "html", status: 502 },
  { kind: "status", status: 500, body: { error_code: "PM.1", error_msg: "no" } },
  { kind: "status", status: 403, body: {} },
  { kind: "status-error" },
  { kind: "truncate" },
  { kind: "reset-before-work" },
  { kind: "reset-mid-body" },
  { kind: "redirect", location: "http://elsewhere.example/" },
  { kind: "empty-body" },
  { kind: "too-many-requests" },
  { kind: "busy-before-work" },
] as const;

/** Some thousand requests, each answer looked through: minutes on a machine that is busy. */
const HANGS_AFTER_MS = 600_000;

type Seen = { where: string; bytes: Uint8Array };

/** Walks the API with real and made-up ids, healthy and under every fault, and keeps all that comes back. */
async function walk(test: TestApp, browser: TestBrowser, seen: Seen[]): Promise<void> {
  const keep = async (where: string, response: Response) => {
    const headers = [...response.headers].filter(([name]) => name !== "set-cookie");
    seen.push({ where: `${where} headers`, bytes: Buffer.from(JSON.stringify(headers)) });
    if (response.headers.get("content-type")?.startsWith("text/event-stream") === true) {
      await response.body?.cancel();
      return;
    }
    const bytes = new Uint8Array(await response.arrayBuffer().catch(() => new ArrayBuffer(0)));
    seen.push({ where: `${where} body`, bytes: unpack(bytes, response.headers.get("content-encoding")) });
  };
  const [project] = test.simulator.world.projects;
  const [plan] = test.simulator.world.plans;
  for (const fault of [null, ...FAULTS]) {
    const handle = fault === null ? null : test.simulator.faults.add({ do: fault });
    for (const { name, endpoint, path } of everyEndpoint()) {
      if (name === "signOut" || name === "signIn") continue;
      const real = path.replace("a".repeat(32), project?.id ?? "").replace("b".repeat(32), plan?.id ?? "");
      for (const address of [path, real]) {
        const response = await browser.request(address, {
          method: endpoint.method,
          headers: { "accept-encoding": "br, gzip", "idempotency-key": "k" },
          ...(endpoint.body === undefined ? {} : { json: { name: "x", type: "gantt", kind: "link" } }),
        });
        await keep(`${fault?.kind ?? "healthy"} ${name}`, response);
      }
    }
    handle?.remove();
  }
}

describe("the token, the password and the session's cookie", () => {
  it(
    "are in no answer, log line or file, healthy or under any fault",
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), "gantry-canary-"));
      const store = await openDatabase(dataDir, { now: () => 0, pid: process.pid });
      const test = await createTestApp({ store, simulator: { tokenLength: 32_768, seed: 11 } });
      const credentials = { ...firstCredentials(test.simulator) };
      const seen: Seen[] = [];
      const browser = await test.signIn(credentials);
      const session = await test.dependencies.sessions.find(browser.cookie()?.split("=")[1] ?? "");
      const token = (await test.dependencies.sessions.readToken(session?.id ?? "")) ?? "";
      expect(token).toHaveLength(32_768);
      const wrong = { ...credentials, password: `wrong-${crypto.randomUUID()}` };
      const refused = await test.openBrowser().request("/api/session", { method: "POST", json: wrong });
      seen.push({ where: "refused sign-in", bytes: Buffer.from(await refused.text()) });
      await walk(test, browser, seen);
      for (const path of ["/api/metrics", "/api/openapi.json", `/api/nothing?token=${token.slice(0, 64)}`]) {
        seen.push({ where: path.slice(0, 20), bytes: Buffer.from(await (await browser.request(path)).arrayBuffer()) });
      }
      for (const file of readdirSync(dataDir)) seen.push({ where: file, bytes: readFileSync(join(dataDir, file)) });
      seen.push({ where: "log", bytes: Buffer.from(JSON.stringify(test.logLines)) });
      await test.close();
      await store.close();
      for (const file of readdirSync(dataDir))
        seen.push({ where: `closed ${file}`, bytes: readFileSync(join(dataDir, file)) });
      rmSync(dataDir, { recursive: true });

      const canaries = [
        createCanary("token", token),
        createCanary("wrong password", wrong.password),
        createCanary("cookie", browser.cookie()?.split("=")[1] ?? ""),
      ];
      const leaks = canaries.flatMap((canary) =>
        seen.filter(({ bytes }) => canary.isIn(bytes)).map(({ where }) => `${canary.name} in ${where}`),
      );
      expect(leaks).toEqual([]);
      expect(seen.length).toBeGreaterThan(1000);
    },
    HANGS_AFTER_MS,
  );

  it("would be found: every form in which one could leak is seen by the scan", () => {
    const secret = "MIIFtoken+/=begin.0123456789.middle-part-of-it.9876543210.end+/=of";
    const canary = createCanary("token", secret);
    const [start, end] = [secret.slice(0, 24), secret.slice(-20)];
    const leaks: Record<string, Uint8Array> = {
      whole: Buffer.from(`x${secret}y`),
      "cut after a while": Buffer.from(start),
      "only its end": Buffer.from(end),
      "in a URL": Buffer.from(encodeURIComponent(secret)),
      "in JSON": Buffer.from(JSON.stringify({ secret })),
      hex: Buffer.from(Buffer.from(secret).toString("hex")),
      base64: Buffer.from(Buffer.from(secret).toString("base64")),
      "base64 one byte on": Buffer.from(Buffer.from(`a${secret}`).toString("base64")),
      "base64 two bytes on": Buffer.from(Buffer.from(`ab${secret}`).toString("base64url")),
      backwards: Buffer.from(secret.split("").toReversed().join("")),
      packed: unpack(gzipSync(secret), "gzip"),
    };
    for (const [how, bytes] of Object.entries(leaks)) expect(canary.isIn(bytes), how).toBe(true);
    expect(canary.isIn(Buffer.from("nothing of the kind"))).toBe(false);
  });
});

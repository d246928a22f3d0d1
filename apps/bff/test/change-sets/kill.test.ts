import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LINK_FIELD, type ChangeSet, type ChangeSetPage, type NewChangeSet } from "@gantry/api-contract";
import { createSimulator, startSimulatorServer, type Simulator } from "@gantry/codearts-simulator";
import { afterEach, expect, test } from "vitest";
import { RUN_SOURCE } from "../run-source.ts";
import { scrumPlace } from "./harness.ts";
import { countUnknown, findBreaches } from "./invariants.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const KILLS = Number(process.env["GANTRY_KILLS"] ?? 6);
const KEY = `k1:${randomBytes(32).toString("base64")}`;

let child: ChildProcess | null = null;
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  await kill();
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

async function kill() {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

async function start(environment: Record<string, string>): Promise<string> {
  const started = spawn(process.execPath, [...RUN_SOURCE, MAIN], {
    env: { PATH: process.env["PATH"], PORT: "0", IAM_SCOPE: "cn-north-4", ENCRYPTION_KEYS: KEY, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child = started;
  let output = "";
  started.stderr.on("data", (text: Buffer) => (output += text.toString()));
  started.stdout.on("data", (text: Buffer) => (output += text.toString()));
  for (;;) {
    const origin = /http:\/\/localhost:\d+/.exec(output)?.[0];
    if (origin !== undefined) return origin;
    if (started.exitCode !== null) throw new Error(`It did not start: ${output}`);
    await Promise.race([once(started.stdout, "data"), once(started, "exit")]);
  }
}

const asPage = { "x-gantry": "1", "sec-fetch-site": "same-origin", "content-type": "application/json" };

async function post(url: string, options: { json: unknown; headers?: Record<string, string> }): Promise<Response> {
  const headers = { ...asPage, ...options.headers };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(options.json) });
}

/** Counts the writes that come in at the simulator, so that a kill can be timed by them. */
function watchWrites(simulator: Simulator) {
  let writes = 0;
  let notify: () => void = () => undefined;
  const watched: Simulator = {
    ...simulator,
    exchange: (call) => {
      if (call.method === "PUT" || call.target.endsWith("/issue")) writes += 1;
      notify();
      return simulator.exchange(call);
    },
  };
  const later = async (count: number) => {
    const target = writes + count;
    while (writes < target) {
      await new Promise<void>((resolve) => {
        notify = resolve;
      });
    }
  };
  return { watched, later };
}

/** Listens first and looks then, so that the end cannot be missed. */
async function finishedPage(origin: string, options: { id: string; cookie: string }): Promise<ChangeSetPage> {
  const headers = { cookie: options.cookie };
  const events = await fetch(`${origin}/api/events`, { headers });
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const response = await fetch(`${origin}/api/change-sets/${options.id}?limit=1000`, { headers });
    const page = (await response.json()) as ChangeSetPage;
    if (page.changeSet.state === "finished") return page;
    await reader?.read();
  }
}

test(`${KILLS} × kill -9 in mid-job: nothing is lost, doubled, foreign or left in doubt, and it goes on by itself`, async () => {
  const simulator = createSimulator({ seed: 11, latencyMs: 4 });
  const { watched, later } = watchWrites(simulator);
  const upstream = await startSimulatorServer(watched, { port: 0 });
  cleanUp.push(() => upstream.close());
  const DATA_DIR = mkdtempSync(join(tmpdir(), "gantry-kill-"));
  cleanUp.push(() => rmSync(DATA_DIR, { recursive: true, force: true }));
  const environment = { DATA_DIR, CODEARTS_ENDPOINT: upstream.url, IAM_ENDPOINT: upstream.url };
  let origin = await start(environment);

  const [user] = simulator.credentials;
  const json = { account: user?.account, userName: user?.userName, password: user?.password };
  const signedIn = await post(`${origin}/api/session`, { json });
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  const { projectId, planId, spareIds } = scrumPlace(simulator);
  const itemIds = spareIds.slice(0, 300);
  const input: NewChangeSet = {
    origin: "link",
    projectId,
    planId,
    changes: itemIds.flatMap((itemId) => [
      { itemId, field: LINK_FIELD, from: null, to: planId },
      { itemId, field: "progress", from: simulator.store.scrumItem(itemId)?.doneRatio ?? 0, to: 66 },
    ]),
  };
  const created = await post(`${origin}/api/change-sets`, {
    json: input,
    headers: { cookie, "idempotency-key": "kill" },
  });
  const { id } = (await created.json()) as ChangeSet;
  // Some of what the upstream does it does not answer for.
  simulator.faults.add({ when: { operation: "updateIssue", probability: 0.05 }, do: { kind: "reset-after-work" } });

  for (let kills = 0; kills < KILLS; kills += 1) {
    await later(1 + ((kills * 7) % 23));
    await kill();
    origin = await start(environment);
  }
  const { items: results } = await finishedPage(origin, { id, cookie });
  const submitted = input.changes.length;
  expect(findBreaches(simulator, { results, projectId, planId, submitted })).toEqual([]);
  expect(countUnknown(results)).toBe(0);
  expect(results.filter(({ outcome }) => outcome === "failed" || outcome === "queued")).toEqual([]);
}, 600_000);

import type { Credentials } from "@gantry/api-contract";
import type { Fetch } from "@gantry/codearts-client";
import { createSimulator, type Simulator, type SimulatorOptions } from "@gantry/codearts-simulator";
import { type App, createApp } from "../src/app.ts";
import type { JobTimes } from "../src/change-sets/run/job-times.ts";
import { type Clock, steadyClock, systemClock } from "../src/clock.ts";
import type { Config } from "../src/config.ts";
import { createDependencies } from "../src/create-dependencies.ts";
import type { Store } from "../src/database/store.ts";
import type { Dependencies } from "../src/dependencies.ts";
import type { StaticFiles } from "../src/http/static-files.ts";
import type { LogFields } from "../src/log.ts";
import { systemRandom } from "../src/random.ts";
import { openTestStore } from "./stores/test-database.ts";
import { type AppClock, createAppClock } from "./test-clock.ts";

export type LogLine = { level: string; message: string; fields: LogFields };

export type TestApp = {
  app: App;
  dependencies: Dependencies;
  simulator: Simulator;
  clock: AppClock;
  /** Every line that was logged so far. */
  logLines: LogLine[];
  /** A browser of its own: keeps its cookie, and marks its requests as Gantry's page does. */
  openBrowser: (options?: { clientAddress?: string }) => TestBrowser;
  /** A browser that has signed in, with the simulator's first user unless told otherwise. */
  signIn: (credentials?: Credentials) => Promise<TestBrowser>;
  close: () => Promise<void>;
};

export type TestBrowser = {
  /** `path` begins with `/api`. A `json` body is sent as such. */
  request: (path: string, init?: RequestInit & { json?: unknown }) => Promise<Response>;
  cookie: () => string | null;
};

export type TestAppOptions = {
  simulator?: SimulatorOptions;
  config?: Partial<Config>;
  /** Defaults to a fresh one of the kind that the run tests; give one to look at two apps on the same data. */
  store?: Store;
  /** Wraps the way to the simulator, for faults that it does not have. */
  wrapFetch?: (fetch: Fetch) => Fetch;
  clock?: AppClock;
  /** By which calls leave and ages are told; `clock`, unless given. */
  paceClock?: Clock;
  /** The machine's own time instead, in which replicas share their turns; give the simulator the same. */
  time?: "real";
  /** Leases are in real time on PostgreSQL; the product's, unless given. */
  jobTimes?: JobTimes;
  files?: StaticFiles;
};

export const TEST_ORIGIN = "http://localhost:4600";
const TEST_KEY = {
  id: "test",
  bytes: Buffer.from("6b1f0c9e2d7a4835f1e0b2c3d4a59687786950a4d3c2b1e0f538a7d2e9c0f16b", "hex"),
};
export const TEST_NOW = Date.parse("2026-11-23T02:00:00Z");

/** The real server in process, over the simulator, on a store of its own and a clock that stands still. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const clock = options.clock ?? createAppClock(TEST_NOW);
  const simulator = createSimulator({ seed: 7, clock: clock.now, ...options.simulator });
  const logLines: LogLine[] = [];
  const write = (level: string) => (fields: LogFields, message: string) =>
    void logLines.push({ level, message, fields });
  const store = options.store ?? (await openTestStore({ now: clock.now }));
  const toSimulator: Fetch = (url, init) => simulator.fetch(url, init);
  const dependencies = createDependencies({
    config: { ...TEST_CONFIG, ...options.config },
    ...(options.time === "real"
      ? { clock: systemClock, paceClock: steadyClock }
      : { clock, paceClock: options.paceClock ?? clock }),
    random: systemRandom,
    log: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
    store,
    encryptionKeys: [TEST_KEY],
    fetch: options.wrapFetch?.(toSimulator) ?? toSimulator,
    demo: { credentials: firstCredentials(simulator) },
    ...(options.jobTimes !== undefined && { jobTimes: options.jobTimes }),
  });
  const app = createApp(dependencies, { files: options.files ?? null });
  await app.start();

  // A request hears of its caller's abort only while somebody holds it.
  const requestsOf = new WeakMap<AbortSignal, Request[]>();
  const openBrowser: TestApp["openBrowser"] = ({ clientAddress = "192.0.2.1" } = {}) => {
    let cookie: string | null = null;
    return {
      cookie: () => cookie,
      request: async (path, { json, ...init } = {}) => {
        const headers = new Headers(init.headers);
        if (!headers.has("x-gantry")) headers.set("x-gantry", "1");
        if (!headers.has("sec-fetch-site")) headers.set("sec-fetch-site", "same-origin");
        if (cookie !== null && !headers.has("cookie")) headers.set("cookie", cookie);
        if (json !== undefined) headers.set("content-type", "application/json");
        const body = json === undefined ? (init.body ?? null) : JSON.stringify(json);
        const request = new Request(`${TEST_ORIGIN}${path}`, { ...init, headers, body });
        if (init.signal) requestsOf.set(init.signal, [...(requestsOf.get(init.signal) ?? []), request]);
        const response = await app.fetch(request, { clientAddress });
        const pair = response.headers.get("set-cookie")?.split(";")[0];
        if (pair !== undefined) cookie = pair.endsWith("=") ? null : pair;
        return response;
      },
    };
  };

  return {
    app,
    dependencies,
    simulator,
    clock,
    logLines,
    openBrowser,
    signIn: async (credentials = firstCredentials(simulator)) => {
      const browser = openBrowser();
      const response = await browser.request("/api/session", { method: "POST", json: credentials });
      if (response.status !== 200) throw new Error(`Sign-in failed: ${response.status} ${await response.text()}`);
      return browser;
    },
    close: async () => {
      await app.stop();
      if (options.store === undefined) await store.close();
    },
  };
}

const TEST_CONFIG: Config = {
  codearts: { kind: "demo" },
  auth: { mode: "user" },
  postgres: null,
  dataDir: "unused",
  encryptionKeys: null,
  publicUrl: null,
  host: "127.0.0.1",
  port: 4600,
  logLevel: "debug",
  upstreamConcurrency: 5,
  upstreamRate: 1000,
};

/** The simulator's first user as the sign-in form takes it. */
export function firstCredentials(simulator: Simulator): Credentials {
  const [first] = simulator.credentials;
  if (first === undefined) throw new Error("The simulator has no users");
  const { account, userName, password } = first;
  return { account, userName, password };
}

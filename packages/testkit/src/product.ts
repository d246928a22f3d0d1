import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  createSimulator,
  type Simulator,
  type SimulatorOptions,
  startSimulatorServer,
} from "@gantry/codearts-simulator";

const root = resolve(import.meta.dirname, "../../..");
const START_LIMIT_MS = 30_000;

/** The built product as a process of its own, over a simulator that a journey or benchmark can look into and break. */
export type Product = {
  url: string;
  /** Every replica's address, the first included. */
  urls: readonly string[];
  /** Where the simulator listens, for those who speak to CodeArts directly. */
  upstreamUrl: string;
  simulator: Simulator;
  /** Everything that the product has printed, for the search for secrets. */
  output: () => string;
  /** Ends the bff as a crash would (SIGKILL) and starts it again on the same data and port, at another pace if told. */
  crashAndRestart: (upstream?: ProductOptions["upstream"]) => Promise<void>;
  close: () => Promise<void>;
};

export type ProductOptions = {
  simulator?: SimulatorOptions;
  /** Calls to CodeArts at once and per second (UPSTREAM_CONCURRENCY, UPSTREAM_RATE). */
  upstream?: { concurrency?: number; callsPerSecond?: number };
  /** So many processes on one PostgreSQL, instead of one on the embedded database. */
  replicas?: { count: number; databaseUrl: string };
};

/** Starts the product (build it first) on a free port, with an empty data folder of its own. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const simulator = createSimulator({ latencyMs: 5, ...options.simulator });
  const upstream = await startSimulatorServer(simulator, { port: 0 });
  const dataDir = await mkdtemp(join(tmpdir(), "gantry-journey-"));
  let output = "";

  const start = async (
    port: string,
    upstreamPace = options.upstream,
  ): Promise<{ server: ChildProcess; url: string }> => {
    const server = spawn(process.execPath, [join(root, "apps/bff/dist/main.js")], {
      cwd: root,
      env: {
        PATH: process.env["PATH"],
        HOST: "127.0.0.1",
        PORT: port,
        ...(options.replicas === undefined ? { DATA_DIR: dataDir } : { DATABASE_URL: options.replicas.databaseUrl }),
        CODEARTS_ENDPOINT: upstream.url,
        IAM_ENDPOINT: upstream.url,
        IAM_SCOPE: "cn-north-4",
        ENCRYPTION_KEYS: encryptionKeys,
        UPSTREAM_CONCURRENCY: String(upstreamPace?.concurrency ?? 5),
        UPSTREAM_RATE: String(upstreamPace?.callsPerSecond ?? 500),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const url = await readUrl(server, (text) => {
      output += text;
    });
    return { server, url };
  };

  const encryptionKeys = `k1:${randomBytes(32).toString("base64")}`;
  let { server, url } = await start("0");
  const others = await Promise.all(Array.from({ length: (options.replicas?.count ?? 1) - 1 }, () => start("0")));

  return {
    url,
    urls: [url, ...others.map((other) => other.url)],
    upstreamUrl: upstream.url,
    simulator,
    output: () => output,
    crashAndRestart: async (upstreamPace) => {
      await end(server, "SIGKILL");
      ({ server, url } = await start(new URL(url).port, upstreamPace));
    },
    close: async () => {
      await Promise.all([server, ...others.map((other) => other.server)].map((each) => end(each, "SIGTERM")));
      await upstream.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function readUrl(server: ChildProcess, keep: (text: string) => void): Promise<string> {
  return new Promise((found, lost) => {
    let text = "";
    const timer = setTimeout(() => lost(new Error(`The product did not start:\n${text}`)), START_LIMIT_MS);
    const read = (chunk: Buffer) => {
      keep(chunk.toString());
      text += chunk.toString();
      const match = /http:\/\/[^\s"]+/.exec(text);
      if (match === null) return;
      clearTimeout(timer);
      // __Host- cookies need a name that browsers trust without TLS.
      found(match[0].replace(/\/$/, "").replace("127.0.0.1", "localhost"));
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", (chunk: Buffer) => {
      keep(chunk.toString());
      text += chunk.toString();
    });
    server.once("exit", (code) => {
      clearTimeout(timer);
      lost(new Error(`The product ended with ${code}:\n${text}`));
    });
  });
}

function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.once("exit", () => done());
    server.kill(signal);
  });
}

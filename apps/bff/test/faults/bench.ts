import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Databases } from "./databases.ts";
import {
  launchGantry,
  untilReady,
  type Environment,
  type GantryProcess,
  type LaunchedGantry,
} from "./gantry-process.ts";
import { openFaultWorld, type FaultWorld } from "./world.ts";

/** CodeArts and a store, on which any number of processes are started and ended. */
export type FaultBench = {
  world: FaultWorld;
  start: (more?: Environment) => Promise<GantryProcess>;
  /** Begins a process that need not come up. */
  launch: (more?: Environment, options?: { logFile?: number }) => LaunchedGantry;
  /** The next start finds an empty store. */
  empty: () => Promise<void>;
  /** Where the store is: its PostgreSQL's address, or its data folder. */
  place: () => string;
  close: () => Promise<void>;
};

type BenchOptions = {
  seed: number;
  ipdItems?: number;
  /** Enough items for the largest jobs; else the demo's. */
  isLarge?: boolean;
  /** Of a PostgreSQL; else the store is embedded. */
  databases?: Databases | null;
  /** Divides all waits; a lease has 8 s. */
  shorten?: number;
  /** When a send is surely over, where processes are held up for longer than the divisor has it. */
  sendEndsMs?: number;
  /** In which data folders are made. */
  folder?: string;
};

/** A killed process loses nothing that it wrote to memory, and a shared machine's disk is slow. */
const FOLDERS = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

export async function openFaultBench(options: BenchOptions): Promise<FaultBench> {
  const { seed, ipdItems = 0, isLarge = false, databases = null, shorten = 20 } = options;
  const { folder: parent = FOLDERS, sendEndsMs } = options;
  const world = await openFaultWorld({ seed, ipdItems, isLarge });
  const folders: string[] = [];
  let place: Environment = {};
  const empty = async () => {
    const folder = mkdtempSync(join(parent, "gantry-faults-"));
    folders.push(folder);
    place = { DATA_DIR: folder, ...(databases !== null && { DATABASE_URL: await databases.create() }) };
  };
  await empty();
  const started: LaunchedGantry[] = [];
  const environmentWith = (more: Environment): Environment => ({
    ENCRYPTION_KEYS: KEY,
    CODEARTS_ENDPOINT: world.url,
    IAM_ENDPOINT: world.url,
    IAM_SCOPE: "cn-north-4",
    UPSTREAM_RATE: "1000",
    UPSTREAM_CONCURRENCY: "8",
    GANTRY_TEST_SHORTEN: String(shorten),
    ...(sendEndsMs !== undefined && { GANTRY_TEST_SEND_ENDS_MS: String(sendEndsMs) }),
    ...place,
    ...more,
  });
  const launch = (more: Environment = {}, options: { logFile?: number } = {}) => {
    const gantry = launchGantry(environmentWith(more), options);
    started.push(gantry);
    return gantry;
  };
  return {
    world,
    empty,
    place: () => place["DATABASE_URL"] ?? place["DATA_DIR"] ?? "",
    launch,
    start: (more) => untilReady(launch(more)),
    close: async () => {
      for (const gantry of started) await gantry.kill();
      await world.close();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A bench for as long as the work takes. */
export async function onFaultBench(options: BenchOptions, work: (bench: FaultBench) => Promise<void>): Promise<void> {
  const bench = await openFaultBench(options);
  try {
    await work(bench);
  } finally {
    await bench.close();
  }
}

/** As `ENCRYPTION_KEYS` takes it. */
export function makeKey(id: string): string {
  return `${id}:${randomBytes(32).toString("base64")}`;
}

const KEY = makeKey("k1");

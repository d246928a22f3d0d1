import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startGantry, type Environment, type GantryProcess } from "./gantry-process.ts";
import { openFaultWorld, type FaultWorld } from "./world.ts";

/** CodeArts and a store, on which any number of processes are started and ended. */
export type FaultBench = {
  world: FaultWorld;
  start: (more?: Environment) => Promise<GantryProcess>;
  /** The next start finds an empty data folder. */
  empty: () => void;
  close: () => Promise<void>;
};

/** A killed process loses nothing that it wrote to memory, and a shared machine's disk is slow. */
const FOLDERS = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

export async function openFaultBench(options: {
  seed: number;
  ipdItems?: number;
  /** Enough items for the largest jobs; else the demo's. */
  isLarge?: boolean;
  /** `postgres://…`; else a data folder. */
  databaseUrl?: string;
  /** Divides all waits; a lease has 8 s. */
  shorten?: number;
}): Promise<FaultBench> {
  const { seed, ipdItems = 0, isLarge = false } = options;
  const world = await openFaultWorld({ seed, ipdItems, isLarge });
  const folders: string[] = [];
  const empty = () => void folders.unshift(mkdtempSync(join(FOLDERS, "gantry-faults-")));
  empty();
  const started: GantryProcess[] = [];
  const environment: Environment = {
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    CODEARTS_ENDPOINT: world.url,
    IAM_ENDPOINT: world.url,
    IAM_SCOPE: "cn-north-4",
    UPSTREAM_RATE: "1000",
    UPSTREAM_CONCURRENCY: "8",
    GANTRY_TEST_SHORTEN: String(options.shorten ?? 20),
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
  };
  return {
    world,
    empty,
    start: async (more = {}) => {
      const gantry = await startGantry({ ...environment, DATA_DIR: folders[0] ?? "", ...more });
      started.push(gantry);
      return gantry;
    },
    close: async () => {
      for (const gantry of started) await gantry.kill();
      await world.close();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

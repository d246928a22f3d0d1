import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startGantry, type Environment, type GantryProcess } from "./gantry-process.ts";
import { openFaultWorld, type FaultWorld } from "./world.ts";

/** CodeArts and a store, on which any number of processes are started and ended. */
export type FaultBench = {
  world: FaultWorld;
  start: (more?: Environment) => Promise<GantryProcess>;
  close: () => Promise<void>;
};

/** Leases of 0.8 s, waits a tenth of what they are. */
const SHORTEN = "10";

export async function openFaultBench(options: {
  seed: number;
  ipdItems?: number;
  /** `postgres://…`; else a data folder. */
  databaseUrl?: string;
}): Promise<FaultBench> {
  const world = await openFaultWorld({ seed: options.seed, ipdItems: options.ipdItems ?? 0 });
  const folder = mkdtempSync(join(tmpdir(), "gantry-faults-"));
  const started: GantryProcess[] = [];
  const environment: Environment = {
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    DATA_DIR: folder,
    CODEARTS_ENDPOINT: world.url,
    IAM_ENDPOINT: world.url,
    IAM_SCOPE: "cn-north-4",
    UPSTREAM_RATE: "1000",
    UPSTREAM_CONCURRENCY: "8",
    GANTRY_TEST_SHORTEN: SHORTEN,
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
  };
  return {
    world,
    start: async (more = {}) => {
      const gantry = await startGantry({ ...environment, ...more });
      started.push(gantry);
      return gantry;
    },
    close: async () => {
      for (const gantry of started) await gantry.kill();
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import type { Credentials } from "@gantry/api-contract";
import type { Refusals } from "./audit/refusals.ts";
import type { ShareTokens } from "./features/shares/tokens.ts";
import type { Bus } from "./bus.ts";
import type { JobTimes } from "./change-sets/run/job-times.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database/schema.ts";
import type { Store } from "./database/store.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import type { Random } from "./random.ts";
import type { SessionStore } from "./session/session-store.ts";
import type { SignIn } from "./session/sign-in.ts";
import type { UpstreamPool } from "./upstream/upstream-pool.ts";

/** All that the app is made of; nothing in it reads the environment, opens a file or looks at the machine's clock. */
export type Dependencies = {
  config: Config;
  clock: Clock;
  /** By which calls leave and ages are told; goes on evenly, whatever is done to the machine's. */
  paceClock: Clock;
  random: Random;
  log: Log;
  metrics: Metrics;
  bus: Bus;
  store: Store;
  /** The store's database. */
  database: Database;
  sessions: SessionStore;
  signIn: SignIn;
  refusals: Refusals;
  shareTokens: ShareTokens;
  /** CodeArts for a session: `upstreams.for(session)`. Handlers get it as `context.upstream`. */
  upstreams: UpstreamPool;
  /** Present when the simulator answers in CodeArts' place; the sign-in form is filled with its credentials. */
  demo: { credentials: Credentials } | null;
  checkpoint: Checkpoint;
  jobTimes: JobTimes;
};

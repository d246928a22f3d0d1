import type { Credentials } from "@gantry/api-contract";
import { createIamClient, type Fetch, type IamClient } from "@gantry/codearts-client";
import { createRefusals } from "./audit/refusals.ts";
import { createBus } from "./bus.ts";
import { JOB_TIMES, type JobTimes } from "./change-sets/run/job-times.ts";
import { type Checkpoint, noCheckpoint } from "./checkpoint.ts";
import { type Clock, steadyClock, systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Store } from "./database/store.ts";
import type { Dependencies } from "./dependencies.ts";
import { createShareTokens } from "./features/shares/tokens.ts";
import type { Log } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import type { Random } from "./random.ts";
import { createAttemptLimit } from "./session/attempt-limit.ts";
import type { EncryptionKey } from "./session/encryption-keys.ts";
import { createRejectedPassword } from "./session/rejected-password.ts";
import { createSealer, type Sealer } from "./session/sealing.ts";
import { createSessionStore } from "./session/session-store.ts";
import { createSubjectOf } from "./session/subject.ts";
import { createSignIn } from "./session/sign-in.ts";
import { createServiceToken, type ServiceToken } from "./upstream/service-token.ts";
import { createSharedTokens } from "./upstream/shared-token.ts";
import { createSharedTurns } from "./upstream/shared-turns.ts";
import { createLocalTurns, type Turns } from "./upstream/turns.ts";
import { createUpstreamPool } from "./upstream/upstream-pool.ts";

/** What the outside world gives: the process in `main.ts`, a test in `test-app.ts`. */
export type Outside = {
  config: Config;
  clock: Clock;
  /** By which calls leave, back off and are measured; `clock`, unless given. */
  paceClock?: Clock;
  random: Random;
  log: Log;
  store: Store;
  encryptionKeys: readonly [EncryptionKey, ...EncryptionKey[]];
  /** Reaches CodeArts and IAM, or the simulator. */
  fetch: Fetch;
  demo: { credentials: Credentials } | null;
  /** Only for tests of crashes. */
  checkpoint?: Checkpoint;
  jobTimes?: JobTimes;
};

/** Any host would do: the simulator looks at the path only. */
const DEMO = { endpoint: "http://codearts.invalid", iamEndpoint: "http://iam.invalid", iamScope: "demo" };

/** Puts the parts together. Does no I/O. */
export function createDependencies(outside: Outside): Dependencies {
  const { config, clock, paceClock = clock, random, store, fetch } = outside;
  const checkpoint = outside.checkpoint ?? noCheckpoint;
  const { database } = store;
  const codearts = config.codearts.kind === "real" ? config.codearts : DEMO;
  const bus = createBus();
  const metrics = createMetrics();
  const sealer = createSealer(outside.encryptionKeys, { random });
  const sessions = createSessionStore({ store, sealer, clock, random, bus, checkpoint });
  const refusals = createRefusals({ database, clock });
  const iam = createIamClient({ fetch, endpoint: codearts.iamEndpoint, nowMs: clock.now });

  return {
    config,
    clock,
    paceClock,
    random,
    log: outside.log,
    store,
    database,
    bus,
    metrics,
    sessions,
    refusals,
    shareTokens: createShareTokens(outside.encryptionKeys),
    demo: outside.demo,
    checkpoint,
    jobTimes: outside.jobTimes ?? JOB_TIMES,
    signIn: createSignIn({
      iam,
      iamScope: codearts.iamScope,
      fetch,
      endpoint: codearts.endpoint,
      limit: createAttemptLimit({ database, clock, random }),
      sessions,
      refusals,
      subjectOf: createSubjectOf(outside.encryptionKeys[0]),
      clock,
      metrics,
      serviceAccount: config.auth.mode === "service" ? config.auth.account : null,
    }),
    upstreams: createUpstreamPool({
      fetch,
      endpoint: codearts.endpoint,
      turns: toTurns(outside, paceClock),
      sessions,
      serviceToken: toServiceToken(outside, { iam, scope: codearts.iamScope, sealer }),
      clock: paceClock,
      random,
      metrics,
    }),
  };
}

/** Replicas share the rate, in real time; a test's own time keeps its own turns. */
function toTurns({ config, store }: Outside, clock: Clock): Turns {
  const bounds = { concurrency: config.upstreamConcurrency, ratePerSecond: config.upstreamRate };
  const isShared = store.kind === "postgres" && clock.now === steadyClock.now;
  return isShared ? createSharedTurns({ store, bounds, clock }) : createLocalTurns({ bounds, clock });
}

function toServiceToken(
  { config, clock, random, store, encryptionKeys }: Outside,
  { iam, scope, sealer }: { iam: IamClient; scope: string; sealer: Sealer },
): ServiceToken | null {
  if (config.auth.mode !== "service") return null;
  const { account, userName, password } = config.auth;
  return createServiceToken({
    issue: () => iam.createToken({ account, userName, password, scope }),
    shared: createSharedTokens({ store, sealer, boundTo: [account, userName, scope], processId: random.uuid() }),
    pause: systemClock.wait,
    rejected: createRejectedPassword({
      database: store.database,
      key: encryptionKeys[0],
      credentials: [account, userName, password],
    }),
    clock,
  });
}

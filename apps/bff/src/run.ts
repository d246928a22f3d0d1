import { fileURLToPath } from "node:url";
import { createUpstreamFetch } from "@gantry/codearts-client";
import { createApp } from "./app.ts";
import { type Clock, steadyClock, systemClock } from "./clock.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { createDependencies, type Outside } from "./create-dependencies.ts";
import { DatabaseInUseError } from "./database/open-sqlite.ts";
import { openStore } from "./database/open-store.ts";
import { PostgresUnusableError } from "./database/postgres/open.ts";
import { seedDemo } from "./demo/seed-demo.ts";
import { startDemo } from "./demo/start-demo.ts";
import { loadStaticFiles } from "./http/load-static-files.ts";
import { openLogDestination } from "./log-destination.ts";
import { createPinoLog } from "./pino-log.ts";
import { systemRandom } from "./random.ts";
import { readOrMakeDemoKeys, readSecretFile } from "./secret-files.ts";
import { type RunningServer, startServer } from "./server.ts";
import { stopOnSignals } from "./stop-on-signals.ts";

/** The same place from `src/` and from the built `dist/`. */
const WEB_DIRECTORY = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** What tests bring to a real process; production has the machine's own. */
type Given = { clock?: Clock } & Pick<Outside, "checkpoint" | "jobTimes">;

/** Starts Gantry in this process and stops it on a signal. What stands in the way is told in one message. */
export async function runGantry(process: NodeJS.Process, given: Given = {}): Promise<void> {
  try {
    await start(process, given);
  } catch (error) {
    process.stderr.write(`${toPlainText(error)}\n`);
    process.exit(1);
  }
}

async function start(process: NodeJS.Process, { clock: machine, ...given }: Given): Promise<void> {
  const config = readConfig(process.env, { readSecretFile });
  const log = createPinoLog(config.logLevel, openLogDestination(process.stdout, systemClock));
  const { pid } = process;
  const store = await openStore(config, { now: (machine ?? systemClock).now, pid, processId: systemRandom.uuid() });
  const { wait } = machine ?? systemClock;
  // Replicas judge ends of sessions alike, whatever the clocks of their machines say.
  const clock: Clock = { now: store.instant, wait };
  const demo = config.codearts.kind === "demo" ? await startDemo(clock) : null;
  if (demo !== null) await seedDemo(store.database, { plans: demo.plans, now: clock.now(), random: systemRandom });
  const upstream = createUpstreamFetch({ connections: config.upstreamConcurrency });
  const dependencies = createDependencies({
    ...given,
    config,
    clock,
    paceClock: machine === undefined ? steadyClock : { now: steadyClock.now, wait },
    random: systemRandom,
    log,
    store,
    encryptionKeys: keysOf(config),
    fetch: demo?.fetch ?? upstream.fetch,
    demo,
  });
  const app = createApp(dependencies, { files: loadStaticFiles(WEB_DIRECTORY) });
  await app.start();
  const server = await startServer(app, config);
  stopOnSignals(process, {
    log,
    stop: async (patienceMs) => {
      await Promise.all([app.stop(), server.stop({ patienceMs })]);
      await upstream.close();
      await store.close();
    },
  });
  process.stdout.write(`${toReadyLine(config, server)}\n`);
}

function keysOf(config: Config) {
  const [first, ...others] = config.encryptionKeys ?? [];
  return first === undefined
    ? readOrMakeDemoKeys(config.dataDir, { random: systemRandom })
    : ([first, ...others] as const);
}

function toReadyLine(config: Config, server: RunningServer): string {
  const host = config.host === "127.0.0.1" || config.host === "::1" ? "localhost" : config.host;
  const address = config.publicUrl ?? `http://${host}:${server.port}`;
  return `Gantry is ready at ${address}${config.codearts.kind === "demo" ? " (demo: made-up data)" : ""}`;
}

/** Words for a person. Of an error that nobody foresaw, its place: its message may hold anything. */
function toPlainText(error: unknown): string {
  const isForPeople = [ConfigError, DatabaseInUseError, PostgresUnusableError].some((kind) => error instanceof kind);
  if (!(error instanceof Error)) return "Gantry could not start";
  if (isForPeople) return error.message;
  if ("code" in error && error.code === "EADDRINUSE")
    return "HOST and PORT: this address is in use; choose another PORT";
  if ("code" in error && error.code === "EACCES") return "PORT or DATA_DIR: this process may not use it";
  return `Gantry could not start: ${error.message}`;
}

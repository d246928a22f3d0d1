import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";

/** Requests under way get this long; the whole stop stays below the 20 s after which supervisors kill. */
const PATIENCE_MS = 12_000;
const HARD_STOP_MS = 18_000;

type Stop = (patienceMs: number) => Promise<void>;

/**
 * SIGTERM and SIGINT stop cleanly (exit 0), a second one at once (exit 1). A fault that nobody caught is logged, then
 * the process stops in the same way with exit 1: it may not limp on with a state that nobody knows.
 */
export function stopOnSignals(process: NodeJS.Process, options: { log: Log; stop: Stop }): void {
  const { log } = options;
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => {
      log.warn({}, "stopped before all work was done");
      process.exit(exitCode);
    }, HARD_STOP_MS).unref();
    await options.stop(PATIENCE_MS).catch((error: unknown) => {
      log.error(describeError(error), "stopping failed");
    });
    process.exit(exitCode);
  };
  process.on("SIGTERM", () => void stop(0));
  process.on("SIGINT", () => void stop(0));
  process.on("uncaughtException", (error) => {
    log.error(describeError(error), "uncaught fault");
    void stop(1);
  });
}

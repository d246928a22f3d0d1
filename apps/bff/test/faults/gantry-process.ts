import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A process of Gantry that may be on its way up. */
export type LaunchedGantry = {
  /** Resolves when it has come to the point that it was to tell of, or to halt at; rejects when it ends before. */
  reached: Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill: () => Promise<void>;
  /** All that it has said. */
  output: () => string;
  /** Resolves when it says something again, after so many times. */
  says: (text: string, options: { after: number }) => Promise<void>;
};

/** A real Gantry process, as it was bundled for this run. */
export type GantryProcess = LaunchedGantry & {
  origin: string;
  freeze: () => void;
  thaw: () => void;
  /** SIGTERM, as a supervisor stops it. */
  askToStop: () => void;
  /** Sets its machine's clock. */
  setClock: (to: { aheadMs: number }) => void;
};

export type Environment = Readonly<Record<string, string>>;

const READY = /Gantry is ready at (http:\/\/localhost:\d+)/;

type Launched = LaunchedGantry & { child: ChildProcess; gone: Promise<unknown> };

/**
 * Begins a process, which need not come up.
 * @param options.logFile what it says goes there, so that `output` and `says` have nothing of it
 */
export function launchGantry(environment: Environment, { logFile }: { logFile?: number } = {}): Launched {
  const file = process.env["GANTRY_BUNDLE"];
  if (file === undefined) throw new Error("The server was not bundled: run these tests with their own configuration");
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env["PATH"], PORT: "0", LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", logFile ?? "pipe", "pipe", "ipc"],
  });
  let output = "";
  child.stdout?.on("data", (text: Buffer) => (output += text.toString()));
  child.stderr?.on("data", (text: Buffer) => (output += text.toString()));
  const gone = once(child, "exit");
  const reached = new Promise<void>((resolve, reject) => {
    child.on("message", () => resolve());
    gone.then(
      () => reject(new Error(`It has ended before:\n${output}`)),
      () => undefined,
    );
  });
  // Of most nobody waits for it.
  reached.catch(() => undefined);
  return {
    child,
    gone,
    reached,
    kill: async () => {
      if (hasEnded(child)) return;
      child.kill("SIGKILL");
      await gone;
    },
    output: () => output,
    says: async (text, { after }) => {
      while (output.split(text).length - 1 <= after) {
        if (hasEnded(child)) throw new Error(`It has ended:\n${output}`);
        await Promise.race([once(child.stdout ?? child, "data"), gone]);
      }
    },
  };
}

/** Starts a process and waits until it can be asked. Throws with its own words when it does not come up. */
export async function startGantry(environment: Environment): Promise<GantryProcess> {
  const launched = launchGantry(environment);
  const { child, gone, output } = launched;
  let origin: string | undefined;
  while ((origin = READY.exec(output())?.[1]) === undefined) {
    if (hasEnded(child)) throw new Error(`It did not start:\n${output()}`);
    await Promise.race([once(child.stdout ?? child, "data"), gone]);
  }
  return {
    ...launched,
    origin,
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    askToStop: () => void child.kill("SIGTERM"),
    setClock: (to) => void child.send(to),
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

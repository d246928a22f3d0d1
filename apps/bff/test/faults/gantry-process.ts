import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A real Gantry process, as it was bundled for this run. */
export type GantryProcess = {
  origin: string;
  pid: number;
  /** SIGKILL; resolves when it is gone. */
  kill: () => Promise<void>;
  freeze: () => void;
  thaw: () => void;
  /** SIGTERM, as a supervisor stops it. */
  askToStop: () => void;
  /** Resolves when it has come to the point at which it was told to halt. */
  halted: Promise<void>;
  /** All that it has said. */
  output: () => string;
};

export type Environment = Readonly<Record<string, string>>;

const READY = /Gantry is ready at (http:\/\/localhost:\d+)/;

/** Starts a process and waits until it can be asked. Throws with its own words when it does not come up. */
export async function startGantry(environment: Environment): Promise<GantryProcess> {
  const file = process.env["GANTRY_BUNDLE"];
  if (file === undefined) throw new Error("The server was not bundled: run these tests with their own configuration");
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env["PATH"], PORT: "0", LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  child.stdout?.on("data", (text: Buffer) => (output += text.toString()));
  child.stderr?.on("data", (text: Buffer) => (output += text.toString()));
  const halted = new Promise<void>((resolve) => {
    child.on("message", () => resolve());
  });
  const gone = once(child, "exit");
  let origin: string | undefined;
  while ((origin = READY.exec(output)?.[1]) === undefined) {
    if (hasEnded(child)) throw new Error(`It did not start:\n${output}`);
    await Promise.race([once(child.stdout ?? child, "data"), gone]);
  }
  return {
    origin,
    pid: child.pid ?? 0,
    kill: async () => {
      if (hasEnded(child)) return;
      child.kill("SIGKILL");
      await gone;
    },
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    askToStop: () => void child.kill("SIGTERM"),
    halted,
    output: () => output,
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

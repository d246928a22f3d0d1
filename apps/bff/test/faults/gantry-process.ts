import { spawn, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { setTimeout } from "node:timers/promises";

/** A process of Gantry that may be on its way up. */
export type LaunchedGantry = {
  /** Resolves when it has come to the point that it was to tell of, or to halt at; rejects when it ends before. */
  reached: Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill: () => Promise<void>;
  /** All that it has said. */
  output: () => string;
  /** Resolves when it says something that it has not said yet. Rejects when it ends before. */
  saysAgain: (text: string) => Promise<void>;
  /** Resolves with its address when it can be asked. Rejects with its own words when it does not come up. */
  ready: (said?: () => string) => Promise<string>;
};

/** A real Gantry process, as it was bundled for this run. */
export type GantryProcess = LaunchedGantry & {
  origin: string;
  freeze: () => void;
  thaw: () => void;
  /** SIGTERM, as a supervisor stops it. */
  askToStop: () => void;
  /** Sets its machine's clock; resolves when that is done. */
  setClock: (to: { aheadMs: number }) => Promise<void>;
};

export type Environment = Readonly<Record<string, string>>;

const READY = /Gantry is ready at (http:\/\/localhost:\d+)/;
/** Between two looks at what is said elsewhere. */
const LOOK_EVERY_MS = 50;

type Launched = LaunchedGantry & { child: ChildProcess };

/**
 * Begins a process, which need not come up.
 * @param options.logFile what it says goes there, so that `output` and `saysAgain` have nothing of it
 */
export function launchGantry(environment: Environment, { logFile }: { logFile?: number } = {}): Launched {
  const file = process.env["GANTRY_BUNDLE"];
  if (file === undefined) throw new Error("The server was not bundled: run these tests with their own configuration");
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env["PATH"], PORT: "0", LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", logFile ?? "pipe", "pipe", "ipc"],
  });
  const ears = new EventEmitter();
  let output = "";
  let isGone = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (text: Buffer) => {
      output += text.toString();
      ears.emit("said");
    });
  }
  // Its last words may come after its end.
  const gone = once(child, "close").then(() => {
    isGone = true;
    ears.emit("said");
  });
  const expectAlive = () => {
    if (isGone) throw new Error(`It has ended before:\n${output}`);
  };
  const hearMore = async () => {
    expectAlive();
    await once(ears, "said");
  };
  const lookLater = async () => {
    expectAlive();
    await setTimeout(LOOK_EVERY_MS);
  };
  const reached = new Promise<void>((resolve, reject) => {
    child.on("message", (told) => {
      if (typeof told === "object" && told !== null && "reached" in told) resolve();
    });
    void gone.then(() => reject(new Error(`It has ended before:\n${output}`)));
  });
  // Of most nobody waits for it.
  reached.catch(() => undefined);
  return {
    child,
    reached,
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
    output: () => output,
    saysAgain: async (text) => {
      const times = () => output.split(text).length;
      const before = times();
      while (times() === before) await hearMore();
    },
    ready: async (said) => {
      const words = said ?? (() => output);
      while (!READY.test(words())) await (said === undefined ? hearMore() : lookLater());
      return READY.exec(words())?.[1] ?? "";
    },
  };
}

/** Waits until a process can be asked. Throws with its own words when it does not come up. */
export async function untilReady(launched: Launched): Promise<GantryProcess> {
  const { child } = launched;
  const origin = await launched.ready();
  return {
    ...launched,
    origin,
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    askToStop: () => void child.kill("SIGTERM"),
    setClock: (to) =>
      new Promise((resolve, reject) => {
        const hear = (told: unknown) => {
          if (typeof told !== "object" || told === null || !("isClockSet" in told)) return;
          child.off("message", hear);
          resolve();
        };
        child.on("message", hear);
        child.once("close", () => reject(new Error("It has ended before its clock was set")));
        child.send(to);
      }),
  };
}

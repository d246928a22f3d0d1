import { parseArgs } from "node:util";
import { isIsoDate, type IsoDate } from "./days.ts";
import { createSimulator } from "./simulator.ts";
import { startSimulatorServer } from "./http-server.ts";
import type { Scale } from "./types.ts";

const USAGE = `CodeArts Req and IAM, simulated.
  --port N       port to listen on (default 4700; 0 = any free one)
  --scale NAME   demo (default) or large
  --seed TEXT    same seed and day, same world (default 1)
  --today DAY    plan day around which the world is laid out (default: today in China)
  --latency MS   added to every answer (default 0)
  --rate N       calls a second for each user (default: no limit)`;

/** A whole number of the command line, or an end with the reason. */
function numberOf(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  process.stderr.write(`--${name} must be a whole number, not "${text}".\n\n${USAGE}\n`);
  process.exit(2);
}

function scaleOf(text: string): Scale {
  if (text === "demo" || text === "large") return text;
  process.stderr.write(`--scale must be demo or large, not "${text}".\n\n${USAGE}\n`);
  process.exit(2);
}

function dayOf(text: string): IsoDate {
  if (isIsoDate(text)) return text;
  process.stderr.write(`--today must be a day as YYYY-MM-DD, not "${text}".\n\n${USAGE}\n`);
  process.exit(2);
}

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4700" },
    scale: { type: "string", default: "demo" },
    seed: { type: "string", default: "1" },
    today: { type: "string" },
    latency: { type: "string", default: "0" },
    rate: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  process.stdout.write(`${USAGE}\n`);
} else {
  const simulator = createSimulator({
    scale: scaleOf(values.scale),
    seed: values.seed,
    latencyMs: numberOf("latency", values.latency),
    ...(values.today === undefined ? {} : { today: dayOf(values.today) }),
    ...(values.rate === undefined ? {} : { rate: { callsPerSecond: numberOf("rate", values.rate) } }),
  });
  const { url, close } = await startSimulatorServer(simulator, { port: numberOf("port", values.port) });
  const [first] = simulator.credentials;
  process.stdout.write(
    `CodeArts simulator: ${url}\nSign in: ${first?.account} / ${first?.userName} / ${first?.password}\n`,
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
}

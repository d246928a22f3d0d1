/**
 * `pnpm soak`: the tests of faults for a long time, by hand before a release. Each does the same again and again, with
 * another seed each time and jobs of 5,000 items, until its share of the time is over.
 *
 *   pnpm soak                        everything, about two hours
 *   pnpm soak --minutes 20           everything, each for a shorter share; a round that has begun is played to its end
 *   pnpm soak kill --minutes 5       only files whose name holds the word (see `PARTS`)
 *   SEED=123 pnpm soak kill          the same rounds again, by the seed that they printed
 *
 * Ends with what was counted of each goal: how much was done, and how many changes were lost, doubled or foreign.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeCounts } from "./soak-counts.mjs";
import { run, runSteps } from "./steps.mjs";

/** Files of faults, and how many shares of the time each takes: one for each test that plays rounds. */
const PARTS = {
  kill: 3,
  points: 2,
  replicas: 2,
  "store-gone": 2,
  "store-starved": 1,
  "lost-commits": 1,
  "disk-full": 1,
  clocks: 1,
  upgrade: 0,
  poison: 0,
};
/** Played in this process's own children, on either store. */
const IN_PROCESS = { orders: 2, invariants: 2, isolation: 2 };

const { values, positionals } = parseArgs({
  options: { minutes: { type: "string", default: "120" } },
  allowPositionals: true,
});
const [word = ""] = positionals;
const minutes = Number(values.minutes);
const wanted = (parts) => Object.keys(parts).filter((name) => name.includes(word));
const [inProcess, ofProcesses] = [wanted(IN_PROCESS), wanted(PARTS)];
const shares = [...inProcess, ...ofProcesses].reduce((sum, name) => sum + { ...IN_PROCESS, ...PARTS }[name], 0);
if (!(minutes > 0) || inProcess.length + ofProcesses.length === 0) {
  process.stderr.write(`pnpm soak [${Object.keys({ ...PARTS, ...IN_PROCESS }).join(" | ")}] [--minutes 120]\n`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "gantry-soak-"));
const report = join(folder, "counts.jsonl");
writeFileSync(report, "");
const env = {
  GANTRY_SOAK_SECONDS: String(Math.max(1, Math.floor((minutes * 60) / Math.max(1, shares)))),
  GANTRY_SOAK_REPORT: report,
};
const vitest = (config, files) =>
  run("pnpm", ["--filter", "@gantry/bff", "exec", "vitest", "run", "--config", config, ...files], { env });
const inProcessFiles = inProcess.map((name) => `test/change-sets/${name}.test.ts`);
const faultFiles = ofProcesses.map((name) => `test/faults/${name}.test.ts`);

const totals = await runSteps([
  ...(inProcess.length === 0
    ? []
    : [
        { name: "orders and faults, embedded", work: () => vitest("vitest.config.ts", inProcessFiles) },
        { name: "orders and faults, on PostgreSQL", work: () => vitest("vitest.postgres.config.ts", inProcessFiles) },
      ]),
  ...(ofProcesses.length === 0
    ? []
    : [{ name: "kills and failures of real processes", work: () => vitest("vitest.faults.config.ts", faultFiles) }]),
]);
process.stdout.write(`\n${describeCounts(readFileSync(report, "utf8")).join("\n")}\n`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = totals.failures.length === 0 ? 0 : 1;

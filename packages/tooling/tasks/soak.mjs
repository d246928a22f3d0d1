/**
 * `pnpm soak`: the tests of faults with the counts of a long night, by hand before a release. About two hours on a
 * quiet machine of two cores.
 *
 *   pnpm soak                 everything
 *   pnpm soak kill            only files whose name holds the word: kill, points, replicas, poison, orders, invariants
 *   SEED=123 pnpm soak kill   the same run again, by the seed that it printed
 *   GANTRY_FAULT_ITEMS=500    smaller jobs, for a quick look
 *
 * 1,000 kills in jobs of 5,000 items (F1), each named point 20 times (F2), 300 kills and 500 freezes of replicas on
 * PostgreSQL (F5, F6), 10,000 sequences of orders (F10), 2,000 jobs in which anything may go wrong (F4).
 */
import { runSteps, tool } from "./steps.mjs";

const [only] = process.argv.slice(2);
const CONFIG = ["--config", "packages/tooling/tasks/vitest.config.ts"];

Object.assign(process.env, {
  GANTRY_SOAK: "1",
  GANTRY_ORDER_RUNS: process.env.GANTRY_ORDER_RUNS ?? "10000",
  GANTRY_FAULT_RUNS: process.env.GANTRY_FAULT_RUNS ?? "2000",
});

const IN_PROCESS = ["orders", "invariants"];
const isWanted = (name) => only === undefined || name.includes(only);
const inProcess = IN_PROCESS.filter(isWanted).map((name) => `test/change-sets/${name}.test.ts`);
const isOfProcesses = only === undefined || inProcess.length === 0;

const vitest = (project, files) => tool("vitest", "run", ...CONFIG, "--project", project, ...files);
const totals = await runSteps([
  ...(inProcess.length === 0
    ? []
    : [
        { name: "orders and faults, embedded", work: () => vitest("@gantry/bff", inProcess) },
        { name: "orders and faults, on PostgreSQL", work: () => vitest("@gantry/bff on PostgreSQL", inProcess) },
      ]),
  ...(isOfProcesses
    ? [{ name: "kills and freezes of real processes", work: () => vitest("faults", only === undefined ? [] : [only]) }]
    : []),
]);
process.exitCode = totals.failures.length === 0 ? 0 : 1;

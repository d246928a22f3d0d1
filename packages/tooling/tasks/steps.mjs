import { spawn } from "node:child_process";
import { resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../../..");

/** Runs a command with its output shown; resolves to its exit code. Never throws. */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "inherit",
      ...options,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", ...options.env },
    });
    child.once("error", (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      done(127);
    });
    child.once("exit", (code) => done(code ?? 1));
  });
}

/** Runs a tool that the workspace installed. */
export const tool = (name, ...args) => run("pnpm", ["exec", name, ...args]);

/**
 * Runs steps in order and goes on after a failure, so that one run tells everything.
 * A step answers an exit code, or `{ passed, failures }` when it counts tests.
 * @returns how many passed, each plain step counting as one, and all failures as `{ file, name, message }`
 */
export async function runSteps(steps) {
  const totals = { passed: 0, failures: [] };
  const summary = [];
  for (const { name, work } of steps) {
    process.stdout.write(`\n── ${name}\n`);
    const startedAt = performance.now();
    const result = await work();
    const { passed, failures } = typeof result === "number" ? outcomeOf(result, name) : result;
    totals.passed += passed;
    totals.failures.push(...failures);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    summary.push(`${failures.length === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
  }
  process.stdout.write(`\n${summary.join("\n")}\n`);
  return totals;
}

function outcomeOf(exitCode, name) {
  if (exitCode === 0) return { passed: 1, failures: [] };
  return { passed: 0, failures: [{ file: "", name, message: `ended with ${exitCode}, see above` }] };
}

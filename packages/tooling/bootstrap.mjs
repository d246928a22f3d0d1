// Runs a task on a machine that has only Node and npm: fetches pnpm, installs what the lock file says, starts the task.
// Needs no dependency, since nothing is installed yet.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const TASKS = ["start", "test"];
const NODE_FLOOR = [20, 19];

const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
const task = process.argv[2];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < NODE_FLOOR[0] || (major === NODE_FLOOR[0] && minor < NODE_FLOOR[1])) {
  fail(`Gantry needs Node ${NODE_FLOOR.join(".")} or newer (24 is recommended); this is ${process.versions.node}.`);
}
if (!TASKS.includes(task)) fail(`Unknown task "${task}". Known: ${TASKS.join(", ")}.`);

const { packageManager } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));
pnpm("install", "--frozen-lockfile");
process.exitCode = pnpm("exec", "node", `packages/tooling/tasks/${task}.mjs`, ...process.argv.slice(3));

/** Runs pnpm in the version that package.json pins, also putting it on the PATH of what it starts. Exits when it fails. */
function pnpm(...args) {
  const isWindows = process.platform === "win32";
  const { status, signal, error } = spawnSync("npx", ["--yes", "--package", packageManager, "--", "pnpm", ...args], {
    cwd: root,
    stdio: "inherit",
    shell: isWindows,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", COREPACK_ENABLE_STRICT: "0" },
  });
  if (error !== undefined) fail(`Could not run npx: ${error.message}`);
  if (signal !== null) process.exit(0);
  if (status !== 0) process.exit(status ?? 1);
  return status;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { ensureChromium, ensureFirefox } from "./browser.mjs";
import { checks } from "./checks.mjs";
import { findFirefox } from "./firefox.mjs";
import { smoke, smokeOnNode24 } from "./smoke.mjs";
import { root, run, runSteps, tool } from "./steps.mjs";

const reports = join(root, "test-results");
await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

const totals = await runSteps([
  { name: "browser for the tests", work: ensureChromium },
  { name: "Firefox for the chart's scenarios", work: ensureFirefox },
  ...checks,
  { name: "unit, contract, server and component tests", work: () => runVitest({ report: "vitest.json" }) },
  { name: "the chart's scenarios in Firefox", work: runScenariosInFirefox },
  { name: "build", work: () => tool("turbo", "run", "build", "--output-logs=errors-only") },
  { name: "the built product boots", work: () => smoke() },
  { name: "… and on Node 24", work: smokeOnNode24 },
  { name: "journeys in Chromium", work: runJourneys },
  ...(process.env.CI === "true" ? [{ name: "clean work tree", work: isTreeClean }] : []),
]);
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exitCode = totals.failed === 0 ? 0 : 1;

async function runScenariosInFirefox() {
  if (findFirefox() === null) return { passed: 0, failed: 0 };
  // Firefox is waited for more than it works: two at a time, also on two cores.
  const only = ["--maxWorkers=2", "--project", "@gantry/gantt", ".browser.test.ts"];
  return await runVitest({ report: "firefox.json", only, env: { GANTRY_BROWSER: "firefox" } });
}

async function runVitest({ report: name, only = [], env = {} }) {
  const file = join(reports, name);
  const config = ["--config", "packages/tooling/tasks/vitest.config.ts"];
  const told = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await run("pnpm", ["exec", "vitest", "run", ...config, ...told, ...only], { env });
  const report = await readReport(file);
  if (report === null) return { passed: 0, failed: 1 };
  // A file that does not load has no failed test of its own.
  const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 || code !== 0 ? 1 : 0);
  return { passed: report.numPassedTests, failed };
}

async function runJourneys() {
  const code = await tool("playwright", "test");
  const report = await readReport(join(reports, "journeys.json"));
  if (report === null) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: Math.max(unexpected + flaky, code === 0 ? 0 : 1) };
}

async function readReport(file) {
  const text = await readFile(file, "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}

/** A test or a build that leaves files behind would do so on everybody's machine. */
async function isTreeClean() {
  const dirty = await run("sh", ["-c", 'test -z "$(git status --porcelain)"']);
  if (dirty !== 0) await run("git", ["status", "--porcelain"]);
  return dirty;
}

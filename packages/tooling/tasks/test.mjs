import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { ensureChromium, ensureFirefox, ensurePostgres } from "./browser.mjs";
import { checks } from "./checks.mjs";
import { describeFailures, failuresOfPlaywright } from "./failures.mjs";
import { findFirefox } from "./firefox.mjs";
import { smoke, smokeOnNode24 } from "./smoke.mjs";
import { root, run, runSteps, tool } from "./steps.mjs";

const reports = join(root, "test-results");
await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

const totals = await runSteps([
  { name: "browser for the tests", work: ensureChromium },
  { name: "Firefox for the chart's scenarios", work: ensureFirefox },
  { name: "PostgreSQL for the store's suites", work: ensurePostgres },
  ...checks,
  {
    name: "unit, contract, server and component tests",
    work: () => runVitest({ stage: "unit", only: ["--project=!faults"] }),
  },
  {
    name: "kills and failures of real processes",
    work: () => runVitest({ stage: "faults", only: ["--project=faults"] }),
  },
  { name: "the chart's scenarios in Firefox", work: runScenariosInFirefox },
  { name: "build", work: () => tool("turbo", "run", "build", "--output-logs=errors-only") },
  { name: "the built product boots", work: () => smoke() },
  { name: "… and on Node 24", work: smokeOnNode24 },
  { name: "journeys in Chromium", work: runJourneys },
  ...(process.env.CI === "true" ? [{ name: "clean work tree", work: isTreeClean }] : []),
]);
const told = describeFailures(totals.failures, { mostLines: 24 });
if (told.length > 0) process.stdout.write(`\n${told.join("\n")}\n`);
process.stdout.write(`\n${totals.passed} passed, ${totals.failures.length} failed\n`);
process.exitCode = totals.failures.length === 0 ? 0 : 1;

async function runScenariosInFirefox() {
  if (findFirefox() === null) return { passed: 0, failures: [] };
  const only = ["--project=@gantry/gantt", ".browser.test.ts"];
  return await runVitest({ stage: "firefox", only, env: { GANTRY_BROWSER: "firefox" } });
}

async function runVitest({ stage, only = [], env = {} }) {
  const outcome = join(reports, `${stage}.json`);
  const config = ["--config", "packages/tooling/tasks/vitest.config.ts"];
  const code = await run("pnpm", ["exec", "vitest", "run", ...config, ...only], {
    env: { ...env, GANTRY_TEST_OUTCOME: outcome },
  });
  return judge(await readReport(outcome), { code, stage });
}

async function runJourneys() {
  const code = await tool("playwright", "test");
  const report = await readReport(join(reports, "journeys.json"));
  const outcome = report && { passed: report.stats.expected, failures: failuresOfPlaywright(report) };
  return judge(outcome, { code, stage: "journeys" });
}

/** A run that went wrong without a failure of its own, or left no report, has failed all the same. */
function judge(outcome, { code, stage }) {
  const { passed, failures } = outcome ?? { passed: 0, failures: [] };
  if (failures.length > 0 || (outcome !== null && code === 0)) return { passed, failures };
  return {
    passed,
    failures: [{ file: "", name: stage, message: `ended with ${code} and named no failure, see above` }],
  };
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

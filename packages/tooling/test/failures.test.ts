import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeFailures, failuresOfPlaywright } from "../tasks/failures.mjs";
import type { Outcome } from "../tasks/outcome-reporter.ts";

const root = resolve(import.meta.dirname, "../../..");
let folder = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "gantry-failures-")));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function runIn(files: Record<string, string>, [tool, ...args]: [string, ...string[]]): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  spawnSync(join(root, "node_modules/.bin", tool), args, { cwd: folder, encoding: "utf8" });
}

const readPlanted = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

it("names every way in which a vitest run can fail", () => {
  const reporter = JSON.stringify(resolve(import.meta.dirname, "../tasks/outcome-reporter.ts"));
  runIn(
    {
      "vitest.config.ts": `import { outcomeReporter } from ${reporter};
        export default { test: { globals: true, reporters: [outcomeReporter("outcome.json")] } };`,
      "sum.test.ts": `describe("a sum", () => { it("adds", () => expect(1 + 1).toBe(3)); it("is there", () => {}); });`,
      "unloaded.test.ts": `throw new Error("no such module");`,
      "hook.test.ts": `describe("rows", () => { beforeAll(() => { throw new Error("no table"); }); it("come", () => {}); });`,
      "stray.test.ts": `it("leaves something", () => void Promise.reject(new Error("nobody caught this")));`,
    },
    ["vitest", "run"],
  );
  const { passed, failures } = readPlanted("outcome.json") as Outcome;
  expect(passed).toBe(2);
  const told = describeFailures(
    failures.toSorted((a, b) => a.file.localeCompare(b.file)),
    { mostLines: 40 },
  );
  expect(told.filter((line) => line.startsWith("FAIL"))).toEqual([
    "FAIL unhandled error",
    "FAIL hook.test.ts > rows",
    "FAIL sum.test.ts > a sum > adds",
    "FAIL unloaded.test.ts > the file or its hooks",
  ]);
  const reasons = ["nobody caught this", "no table", "expected 2 to be 3 // Object.is equality", "no such module"];
  expect(told).toEqual(expect.arrayContaining(reasons.map((reason) => `     ${reason}`)));
  expect(told).toContain("     at sum.test.ts:1");
});

it("tells of a failed property what was wrong, where, and how to run it again", () => {
  const reporter = JSON.stringify(resolve(import.meta.dirname, "../tasks/outcome-reporter.ts"));
  runIn(
    {
      "vitest.config.ts": `import { outcomeReporter } from ${reporter};
        export default { test: { name: "on PostgreSQL", globals: true, reporters: [outcomeReporter("outcome.json")] } };`,
      "orders.test.ts": `
        const run = () => expect(["applied twice"]).toEqual([]);
        it("hold", () => {
          try { run(); } catch (cause) { throw new Error("Property failed after 23 tests\\n{ seed: 7 }", { cause }); }
        });`,
    },
    ["vitest", "run"],
  );
  const { failures } = readPlanted("outcome.json") as Outcome;
  expect(describeFailures(failures, { mostLines: 15 })).toEqual([
    "FAIL orders.test.ts (on PostgreSQL) > hold",
    "     expected [ 'applied twice' ] to deeply equal []",
    "     Property failed after 23 tests",
    "     { seed: 7 }",
    "     - Expected",
    "     + Received",
    "     - []",
    "     + [",
    '     +   "applied twice",',
    "     + ]",
  ]);
});

it("names the journeys that failed", () => {
  const playwright = JSON.stringify(join(root, "node_modules/@playwright/test/index.mjs"));
  runIn(
    {
      "playwright.config.ts": `export default { reporter: [["json", { outputFile: "report.json" }]] };`,
      "walk.test.ts": `import { test, expect } from ${playwright};
        test.describe("a walk", () => { test("ends", () => expect("here").toBe("there")); test("begins", () => {}); });`,
    },
    ["playwright", "test"],
  );
  const [failure, ...others] = failuresOfPlaywright(readPlanted("report.json"));
  expect(failure).toMatchObject({ file: "walk.test.ts", name: "a walk > ends" });
  expect(failure?.message).toMatch(/Expected:.*here/);
  expect(others).toEqual([]);
  const unloaded = failuresOfPlaywright({ suites: [], errors: [{ message: "no such page" }] });
  expect(unloaded.map(({ message }) => message)).toEqual(["no such page"]);
});

const failures = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ file: "a.test.ts", name: `row ${index}`, message: "no\nrow\nhere" }));

it("prints nothing when nothing failed", () => {
  expect(describeFailures([], { mostLines: 15 })).toEqual([]);
});

it("prints the whole of one message, and the first line of many", () => {
  expect(describeFailures(failures(1), { mostLines: 15 })).toEqual([
    "FAIL a.test.ts > row 0",
    "     no",
    "     row",
    "     here",
  ]);
  expect(describeFailures(failures(9), { mostLines: 15 })[8]).toBe("FAIL a.test.ts > row 8: no");
});

it("says how many are left out, and never takes more lines than it may", () => {
  const told = describeFailures(failures(40), { mostLines: 15 });
  expect(told).toHaveLength(15);
  expect(told[14]).toBe("… and 26 more");
});

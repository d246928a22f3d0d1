import { join, resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { outcomeReporter } from "./outcome-reporter.ts";
import { patience } from "./patience.mjs";

const root = resolve(import.meta.dirname, "../../..");
/** Where the test command wants to read what a run came to. */
const outcomePath = process.env["GANTRY_TEST_OUTCOME"];

/** Packages whose tests start something, whole: a browser, a server, a tool. */
const STARTING = ["packages/gantt", "packages/tooling", "packages/codearts-simulator", "apps/bff", "apps/web"];

/**
 * One run for every room. Files of pure functions share one process, which is started once rather than for each;
 * whatever starts something has a process of its own for every file.
 */
export default defineConfig({
  root,
  test: {
    passWithNoTests: false,
    reporters: ["default", ...(outcomePath === undefined ? [] : [outcomeReporter(outcomePath)])],
    projects: [
      {
        test: {
          ...patience,
          name: "pure",
          root,
          include: ["{apps,packages}/*/src/**/*.test.{ts,tsx}", "packages/*/test/**/*.test.ts"],
          exclude: ["**/node_modules/**", ...STARTING.map((folder) => `${folder}/test/**`)],
          isolate: false,
        },
      },
      ...STARTING.map((folder) => ({
        test: {
          ...patience,
          name: folder.replace(/^.*\//, "@gantry/"),
          root: join(root, folder),
          include: ["test/**/*.test.{ts,tsx}"],
        },
      })),
    ],
  },
});

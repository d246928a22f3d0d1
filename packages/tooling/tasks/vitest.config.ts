import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { outcomeReporter } from "./outcome-reporter.ts";
import { patience, patienceWithProcesses } from "./patience.mjs";
import { findPostgres } from "./postgres.mjs";
import { STORE_SUITES } from "./store-suites.mjs";

const root = resolve(import.meta.dirname, "../../..");
/** Where the test command wants to read what a run came to. */
const outcomePath = process.env["GANTRY_TEST_OUTCOME"];
/** Tests wait for a browser, a server or a process longer than they work: two at a time, also on two cores. */
const maxWorkers = Math.max(availableParallelism() - 1, 2);

const CHART = "packages/gantt";
const SERVER = "apps/bff";
/** Rooms whose tests start something, each file in a process of its own. */
const STARTING = ["packages/tooling", "packages/codearts-simulator", "apps/web"];

type Room = { name: string; folder: string; order: number } & Omit<
  NonNullable<TestProjectInlineConfiguration["test"]>,
  "name" | "root" | "sequence"
>;

/** A process can go on with the next file only where it is of the same project: projects of an order mix. */
const room = ({ name, folder, order, ...rest }: Room): TestProjectInlineConfiguration => ({
  test: {
    ...patience,
    name,
    root: join(root, folder),
    include: ["test/**/*.test.{ts,tsx}"],
    sequence: { groupOrder: order },
    maxWorkers,
    ...rest,
  },
});

/** The suites that touch the store, once more, on a PostgreSQL of the run's own. */
const onPostgres = room({
  name: "@gantry/bff on PostgreSQL",
  folder: SERVER,
  order: 4,
  include: STORE_SUITES,
  globalSetup: join(root, "apps/bff/test/stores/global-setup.ts"),
  env: { GANTRY_STORE: "postgres" },
  isolate: false,
});

/** One run for every room, but for `faults`: real processes that are killed need the whole machine. */
export default defineConfig({
  root,
  test: {
    passWithNoTests: false,
    reporters: ["default", ...(outcomePath === undefined ? [] : [outcomeReporter(outcomePath)])],
    projects: [
      room({
        name: "pure",
        folder: ".",
        order: 1,
        include: ["{apps,packages}/*/src/**/*.test.{ts,tsx}", "packages/*/test/**/*.test.ts"],
        exclude: ["**/node_modules/**", ...[CHART, SERVER, ...STARTING].map((folder) => `${folder}/test/**`)],
        isolate: false,
      }),
      room({ name: "@gantry/gantt", folder: CHART, order: 2, isolate: false }),
      // Loading the server takes longer than most of its tests: a process does so once for all its files.
      room({ name: "@gantry/bff", folder: SERVER, order: 3, exclude: ["test/faults/**"], isolate: false }),
      ...(findPostgres() === null ? [] : [onPostgres]),
      ...STARTING.map((folder) => room({ name: folder.replace(/^.*\//, "@gantry/"), folder, order: 5 })),
      room({
        name: "faults",
        folder: SERVER,
        order: 6,
        include: ["test/faults/**/*.test.ts"],
        globalSetup: join(root, "apps/bff/test/faults/bundle-once.ts"),
        ...patienceWithProcesses,
      }),
    ],
  },
});

import { patience } from "@gantry/tooling/tasks/patience.mjs";
import { STORE_SUITES } from "@gantry/tooling/tasks/store-suites.mjs";
import { defineConfig } from "vitest/config";

/** The suites that touch the store, on a PostgreSQL of the run's own; `vitest.config.ts` runs all on SQLite. */
export default defineConfig({
  test: {
    ...patience,
    name: "@gantry/bff on PostgreSQL",
    env: { GANTRY_STORE: "postgres" },
    globalSetup: ["test/stores/global-setup.ts"],
    include: STORE_SUITES,
  },
});

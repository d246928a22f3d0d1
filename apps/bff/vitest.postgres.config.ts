import { patience } from "@gantry/tooling/tasks/patience.mjs";
import { defineConfig } from "vitest/config";

/** All but the faults on a PostgreSQL of the run's own; the test command does so with those that touch the store. */
export default defineConfig({
  test: {
    ...patience,
    name: "@gantry/bff on PostgreSQL",
    env: { GANTRY_STORE: "postgres" },
    globalSetup: ["test/stores/global-setup.ts"],
    include: ["test/**/*.test.ts"],
    exclude: ["test/faults/**"],
  },
});

import { patienceWithProcesses } from "@gantry/tooling/tasks/patience.mjs";
import { defineConfig } from "vitest/config";

/**
 * Real processes that are killed, frozen and cut off, alone on the machine: `pnpm soak` runs the same with the counts
 * of a long night.
 */
export default defineConfig({
  test: {
    ...patienceWithProcesses,
    name: "faults",
    include: ["test/faults/**/*.test.ts"],
    globalSetup: "test/faults/bundle-once.ts",
    fileParallelism: false,
  },
});

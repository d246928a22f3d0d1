import { defineConfig } from "vitest/config";

/** Browser tests build a page and start Chromium once a file. */
export default defineConfig({
  test: { include: ["src/**/*.test.ts", "test/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 60_000 },
});

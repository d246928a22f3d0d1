import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "@gantry/tooling/tasks/chromium.mjs";

export default defineConfig({
  testDir: "apps/e2e/journeys",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "test-results/journeys.json" }]],
  use: {
    browserName: "chromium",
    launchOptions: chromiumLaunchOptions(),
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
  },
});

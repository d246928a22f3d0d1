import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "@gantry/tooling/tasks/chromium.mjs";

export default defineConfig({
  testDir: "apps/e2e/journeys",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // They end what hangs and judge no speed.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "test-results/journeys.json" }]],
  use: {
    browserName: "chromium",
    launchOptions: chromiumLaunchOptions(),
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    // Recording each step is work in every journey, red or not: ask for it by `--trace on`.
    trace: "off",
  },
});

import { chromiumLaunchOptions } from "@gantry/tooling/tasks/chromium.mjs";
import { firefoxLaunchOptions } from "@gantry/tooling/tasks/firefox.mjs";
import { chromium, firefox, type Browser } from "@playwright/test";
import { test, type TestAPI } from "vitest";
import { skipEmulatedMedia } from "./firefox-wire.ts";

export type BrowserName = "chromium" | "firefox";

/** The browser of this run: `GANTRY_BROWSER=firefox` runs the same scenarios in a stock Firefox. */
export const browserName: BrowserName = process.env["GANTRY_BROWSER"] === "firefox" ? "firefox" : "chromium";

/**
 * A `test` for scenarios that one browser alone can run. In the other they are reported as skipped, with the reason.
 * @example onlyIn("chromium", "touch comes by DevTools")("a long press selects", async () => …)
 */
export function onlyIn(name: BrowserName, reason: string): TestAPI {
  if (name === browserName) return test;
  return test.extend<{ rightBrowser: undefined }>({
    rightBrowser: [({ skip }) => skip(`only in ${name}: ${reason}`), { auto: true }],
  });
}

export async function launchBrowser(): Promise<Browser> {
  if (browserName === "chromium") return await chromium.launch(chromiumLaunchOptions());
  const browser = await firefox.launch(firefoxLaunchOptions());
  skipEmulatedMedia(browser);
  return browser;
}

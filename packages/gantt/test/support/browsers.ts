import { chromiumLaunchOptions } from "@gantry/tooling/tasks/chromium.mjs";
import { firefoxLaunchOptions } from "@gantry/tooling/tasks/firefox.mjs";
import { chromium, firefox, type Browser } from "@playwright/test";
import type { TestContext } from "vitest";
import { skipEmulatedMedia } from "./firefox-wire.ts";

export type BrowserName = "chromium" | "firefox";
type SkipTest = TestContext["skip"];

/** The browser of this run: `GANTRY_BROWSER=firefox` runs the same scenarios in a stock Firefox. */
export const browserName: BrowserName = process.env["GANTRY_BROWSER"] === "firefox" ? "firefox" : "chromium";

/**
 * For scenarios that one browser alone can run: in the other they are reported as skipped, with the reason.
 * @example test("a long press selects", async ({ skip }) => { onlyIn("chromium", { skip, because: "…" }); … });
 */
export function onlyIn(name: BrowserName, { skip, because }: { skip: SkipTest; because: string }): void {
  skip(name !== browserName, `only in ${name}: ${because}`);
}

/** A worker is ended by SIGTERM and half a second later by force: it has to end its browser by exit, at once. */
export async function launchBrowser(): Promise<Browser> {
  if (browserName === "chromium") return await chromium.launch({ ...chromiumLaunchOptions(), handleSIGTERM: false });
  const browser = await firefox.launch({ ...firefoxLaunchOptions(), handleSIGTERM: false });
  skipEmulatedMedia(browser);
  return browser;
}

import { resolve } from "node:path";
import type { Browser } from "@playwright/test";
import { launchBrowser } from "./browsers.ts";
import { servePage, type PageServer } from "./page-server.ts";

/**
 * What costs seconds to start and holds nothing of a test, started once for all files of a process. Each file opens
 * contexts of its own in the browser and closes them; the browser and the pages end with the process.
 */
let browser: Promise<Browser> | null = null;
const pages = new Map<string, Promise<PageServer>>();

/** The browser of this process; another one where the last has crashed. */
export async function sharedBrowser(): Promise<Browser> {
  const running = await browser;
  if (running?.isConnected()) return running;
  if (running === null) process.once("SIGTERM", () => process.exit());
  browser = launchBrowser();
  return await browser;
}

/** The page made of one module of `test/page`, built and served once. */
export async function sharedPage(entry: string): Promise<PageServer> {
  const page = pages.get(entry) ?? servePage(resolve(import.meta.dirname, "../page", entry));
  pages.set(entry, page);
  return await page;
}

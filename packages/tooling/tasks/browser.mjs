import { findChromium } from "./chromium.mjs";
import { findFirefox } from "./firefox.mjs";
import { findPostgres } from "./postgres.mjs";
import { run, tool } from "./steps.mjs";

/** Makes sure that a Chromium is there for the tests: the one that is, Debian's, or Playwright's own. */
export async function ensureChromium() {
  if (findChromium() !== null) return 0;
  if (await canInstall()) return await install("chromium");
  return await tool("playwright", "install", "--with-deps", "chromium");
}

/** As `ensureChromium`, but only Debian's: Playwright drives a stock Firefox, and goes without where there is none. */
export async function ensureFirefox() {
  if (findFirefox() !== null) return 0;
  if (await canInstall()) return await install("firefox-esr");
  process.stdout.write("No Firefox is here and none can be installed: the chart's scenarios run in Chromium alone\n");
  return 0;
}

/** As `ensureFirefox`: without a PostgreSQL the suites of the store run on SQLite alone. */
export async function ensurePostgres() {
  if (findPostgres() !== null) return 0;
  if (await canInstall()) return await install("postgresql");
  process.stdout.write("No PostgreSQL is here and none can be installed: the store's suites run on SQLite alone\n");
  return 0;
}

async function canInstall() {
  return process.getuid?.() === 0 && (await run("sh", ["-c", "command -v apt-get"], { stdio: "ignore" })) === 0;
}

async function install(debianPackage) {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const updated = await run("apt-get", ["update", "-qq"], { env });
  if (updated !== 0) return updated;
  return await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", debianPackage], { env });
}

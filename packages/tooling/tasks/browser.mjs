import { findChromium } from "./chromium.mjs";
import { run, tool } from "./steps.mjs";

/** Makes sure that a Chromium is there for the tests: the one that is, Debian's, or Playwright's own. */
export async function ensureChromium() {
  if (findChromium() !== null) return 0;
  if (process.getuid?.() === 0 && (await run("sh", ["-c", "command -v apt-get"], { stdio: "ignore" })) === 0) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const updated = await run("apt-get", ["update", "-qq"], { env });
    if (updated !== 0) return updated;
    return await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
  }
  return await tool("playwright", "install", "--with-deps", "chromium");
}

import { existsSync } from "node:fs";

const INSTALLED = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/snap/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/** Path of a stock Firefox that is already here: `FIREFOX_PATH`, or a usual place. Null when there is none. */
export function findFirefox() {
  const asked = process.env.FIREFOX_PATH;
  if (asked !== undefined && asked !== "") return asked;
  return INSTALLED.find((path) => existsSync(path)) ?? null;
}

/** Launch options for a stock Firefox, which Playwright drives by WebDriver BiDi: its own build is not needed. */
export function firefoxLaunchOptions() {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error("No Firefox is installed: set FIREFOX_PATH, or install firefox-esr");
  return {
    channel: "moz-firefox",
    executablePath,
    firefoxUserPrefs: {
      "ui.prefersReducedMotion": 1,
      "ui.useOverlayScrollbars": 1,
      "widget.gtk.overlay-scrollbars.enabled": true,
      "browser.chrome.site_icons": false,
      "app.update.enabled": false,
      "datareporting.policy.dataSubmissionEnabled": false,
      "toolkit.telemetry.enabled": false,
      "browser.safebrowsing.downloads.remote.enabled": false,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
    },
  };
}

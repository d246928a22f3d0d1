import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumLaunchOptions } from "./chromium.mjs";
import { startDemo } from "./demo.mjs";
import { root } from "./steps.mjs";

const folder = join(root, "packages/handbook/pictures");
const PLAN = "Checkout 3.0";

/** The README's pictures, taken from the built demo: `node packages/tooling/tasks/pictures.mjs`, then look at them. */
mkdirSync(folder, { recursive: true });
const demo = await startDemo();
const browser = await chromium.launch(chromiumLaunchOptions());
try {
  await take("plans-light", { colorScheme: "light", locale: "en-GB" }, async () => undefined);
  await take("plan-light", { colorScheme: "light", locale: "en-GB" }, async (page) => {
    await openPlan(page);
    await page.getByRole("button", { name: "Critical path" }).click();
    await page.getByRole("button", { name: "Baseline" }).click();
    await page.getByRole("menuitemradio").nth(1).click();
    await selectRows(page, [17, 20]);
    await page.getByRole("button", { name: "Add work items" }).click();
    await page.getByRole("option").nth(4).waitFor();
  });
  await take("batch-edit-dark", { colorScheme: "dark", locale: "en-GB" }, async (page) => {
    await openPlan(page);
    await selectRows(page, [4, 9]);
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByRole("checkbox", { name: /Dates/ }).check();
    await page.getByRole("radio", { name: "Shift" }).click();
    await page.getByRole("button", { name: /later/ }).click();
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByRole("button", { name: /^Apply \d+/ }).waitFor();
  });
  await take("plan-chinese", { colorScheme: "dark", locale: "zh-CN" }, openPlan);
} finally {
  await browser.close();
  await demo.stop();
}

async function take(name, look, walk) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...look });
  const page = await context.newPage();
  await page.goto(`${demo.url}/sign-in`);
  await page.locator("button[type=submit]").click();
  await page.getByRole("link", { name: PLAN, exact: true }).waitFor();
  // Every project has answered when the totals no longer wait.
  await page.waitForLoadState("networkidle");
  await walk(page);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}

async function openPlan(page) {
  await page.getByRole("link", { name: PLAN, exact: true }).click();
  await page.getByRole("treegrid").getByRole("row").nth(10).waitFor();
}

async function selectRows(page, [from, to]) {
  const rows = page.getByRole("treegrid").getByRole("row");
  await rows.nth(from).click();
  await rows.nth(to).click({ modifiers: ["Shift"] });
}

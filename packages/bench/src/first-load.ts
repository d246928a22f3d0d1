import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { startProduct } from "@gantry/testkit/product";
import { chromiumLaunchOptions } from "@gantry/tooling/tasks/chromium.mjs";
import { printTable } from "./table.ts";

/** JavaScript and CSS that a first visit loads, by page, gzip. */
export async function benchFirstLoad(): Promise<void> {
  const product = await startProduct();
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    const sizes = { js: 0, css: 0 };
    page.on("response", async (response) => {
      const kind = /\.(js|css)(?:\?|$)/.exec(response.url())?.[1];
      if (kind !== "js" && kind !== "css") return;
      sizes[kind] += gzipSync(await response.body()).byteLength;
    });
    const rows = [];
    await page.goto(`${product.url}/sign-in`, { waitUntil: "networkidle" });
    rows.push({ page: "sign in", "js KB": kilobytes(sizes.js), "css KB": kilobytes(sizes.css) });
    await page.getByLabel("Account").fill(product.simulator.credentials[0]?.account ?? "");
    await page.getByLabel("User name").fill(product.simulator.credentials[0]?.userName ?? "");
    await page.getByLabel("Password", { exact: true }).fill(product.simulator.credentials[0]?.password ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Plans" }).waitFor();
    await page.getByRole("table", { name: "Plans" }).getByRole("link").first().waitFor();
    rows.push({ page: "… and plans", "js KB": kilobytes(sizes.js), "css KB": kilobytes(sizes.css) });
    await page.getByRole("table", { name: "Plans" }).getByRole("link").first().click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    rows.push({ page: "… and a plan", "js KB": kilobytes(sizes.js), "css KB": kilobytes(sizes.css) });
    printTable("First load, gzip, cumulative", rows);
  } finally {
    await browser.close();
    await product.close();
  }
}

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);

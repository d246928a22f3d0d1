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
    const loads: Promise<{ kind: string; bytes: number }>[] = [];
    page.on("response", (response) => {
      const kind = /\.(js|css)(?:\?|$)/.exec(response.url())?.[1];
      if (kind === undefined) return;
      loads.push(response.body().then((body) => ({ kind, bytes: gzipSync(body).byteLength })));
    });
    const rowFor = async (name: string) => {
      const sizes = await Promise.all(loads);
      const sum = (kind: string) =>
        sizes.filter((size) => size.kind === kind).reduce((all, { bytes }) => all + bytes, 0);
      return { page: name, "js KB": kilobytes(sum("js")), "css KB": kilobytes(sum("css")) };
    };
    const rows = [];
    await page.goto(`${product.url}/sign-in`, { waitUntil: "networkidle" });
    rows.push(await rowFor("sign in"));
    await page.getByLabel("Account").fill(product.simulator.credentials[0]?.account ?? "");
    await page.getByLabel("User name").fill(product.simulator.credentials[0]?.userName ?? "");
    await page.getByLabel("Password", { exact: true }).fill(product.simulator.credentials[0]?.password ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Plans" }).waitFor();
    await page.getByRole("table", { name: "Plans" }).getByRole("link").first().waitFor();
    rows.push(await rowFor("… and plans"));
    await page.getByRole("table", { name: "Plans" }).getByRole("link").first().click();
    await page.getByRole("treegrid", { name: "Work items" }).getByRole("row").nth(1).waitFor();
    rows.push(await rowFor("… and a plan"));
    printTable("First load, gzip, cumulative", rows);
  } finally {
    await browser.close();
    await product.close();
  }
}

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);

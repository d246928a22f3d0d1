import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { startProduct } from "@gantry/testkit/product";
import { chromiumLaunchOptions } from "@gantry/tooling/tasks/chromium.mjs";
import { signInOnPage } from "./sign-in-on-page.ts";
import { printTable } from "./table.ts";

/** JavaScript and CSS that a first visit loads, by page, gzip. */
export async function benchFirstLoad(): Promise<void> {
  const product = await startProduct();
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    const loads = new Map<string, Promise<{ kind: string; bytes: number }>>();
    page.on("response", (response) => {
      const kind = /\.(js|css)(?:\?|$)/.exec(response.url())?.[1];
      if (kind === undefined || loads.has(response.url())) return;
      loads.set(
        response.url(),
        read(response.url()).then((body) => ({ kind, bytes: gzipSync(body).byteLength })),
      );
    });
    const rowFor = async (name: string) => {
      const sizes = await Promise.all(loads.values());
      const sum = (kind: string) =>
        sizes.filter((size) => size.kind === kind).reduce((all, { bytes }) => all + bytes, 0);
      return { page: name, "js KB": kilobytes(sum("js")), "css KB": kilobytes(sum("css")) };
    };
    const rows = [];
    await page.goto(`${product.url}/sign-in`, { waitUntil: "networkidle" });
    rows.push(await rowFor("sign in"));
    await signInOnPage(page, product);
    rows.push(await rowFor("… and plans"));
    // By its address: a pointer that moves fetches what nobody waits for.
    const address = await page.getByRole("table", { name: "Plans" }).getByRole("link").first().getAttribute("href");
    await page.goto(new URL(address ?? "", product.url).href);
    await page.getByRole("treegrid", { name: "Work items" }).getByRole("row").nth(1).waitFor();
    rows.push(await rowFor("… and a plan"));
    await Promise.all([page.waitForResponse(/\/floating-/), page.mouse.move(400, 400, { steps: 2 })]);
    await page.waitForLoadState("networkidle");
    rows.push(await rowFor("… and what comes when somebody acts"));
    printTable("First load, gzip, cumulative", rows);
  } finally {
    await browser.close();
    await product.close();
  }
}

/** Once more from the server: the browser forgets a page's answers with the page. */
async function read(url: string): Promise<Buffer> {
  const response = await fetch(url);
  return Buffer.from(await response.arrayBuffer());
}

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);

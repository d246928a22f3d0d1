import type { SimulatorOptions } from "@gantry/codearts-simulator";
import { type Product, startProduct } from "@gantry/testkit/product";
import { chromiumLaunchOptions } from "@gantry/tooling/tasks/chromium.mjs";
import { chromium, type Page } from "@playwright/test";
import { signIn } from "../client.ts";
import { signInOnPage } from "../sign-in-on-page.ts";
import { printTable } from "../table.ts";
import { measureFrames, STEP_PX } from "./frames.ts";
import { readOverview } from "./read-overview.ts";

const UNTHROTTLED = { callsPerSecond: 1_000, concurrency: 16 };
/** On a slow machine the page still reads for minutes what the mirror has not caught up with. */
const READING_LIMIT_MS = 15 * 60_000;

/** Each form of the overview: its address, what stands there when it is drawn, and what scrolls. */
const FORMS = [
  { name: "table", address: "/", drawn: "table [data-line]", scroller: "main" },
  { name: "cards", address: "/?view=cards", drawn: "[role=list] [data-line]", scroller: "main" },
  { name: "timeline", address: "/?view=timeline", drawn: ".g-gantt-row", scroller: ".g-gantt-scroller" },
] as const;

/** How smoothly the overview scrolls with every plan of the world in it, beside a page with nothing on it. */
export async function benchScrolling(simulator: SimulatorOptions): Promise<void> {
  const product = await startProduct({ simulator: { ...simulator, latencyMs: 0 }, upstream: UNTHROTTLED });
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const rows = [{ form: "an empty page", ...(await measureFrames(page, "main")) }];
    await readAll(product);
    await signInOnPage(page, product);
    for (const form of FORMS) rows.push({ form: form.name, ...(await measureForm(page, { form, product })) });
    printTable(`Scrolling the overview by ${STEP_PX} px a frame, ms a frame`, rows);
  } finally {
    await browser.close();
    await product.close();
  }
}

/** So that the page has nothing to wait for. */
async function readAll(product: Product): Promise<void> {
  const [credentials] = product.simulator.credentials;
  if (credentials === undefined) throw new Error("The simulator has no credentials");
  const { cookie } = await signIn(product.url, { credentials });
  await readOverview(product, { cookie });
}

async function measureForm(page: Page, { form, product }: { form: (typeof FORMS)[number]; product: Product }) {
  await page.goto(`${product.url}${form.address}`);
  await page.locator(form.drawn).first().waitFor();
  // All plans are in, and nothing more is read.
  await page.getByRole("progressbar").waitFor({ state: "detached", timeout: READING_LIMIT_MS });
  await measureFrames(page, form.scroller);
  return await measureFrames(page, form.scroller);
}

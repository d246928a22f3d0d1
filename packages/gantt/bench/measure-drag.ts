import type { BenchBrowser } from "./bench-browser.ts";
import { shown, type PrintTable } from "./table.ts";

const ROWS = 50_000;
const STEPS = 120;
const STEP_PX = 9;

/** Script time of each pointer move while a bar is dragged: from before the first listener to after the last. */
export async function measureDrag(browser: BenchBrowser, printTable: PrintTable): Promise<void> {
  const times = await browser.onFreshPage("gantry", async (page) => {
    await page.evaluate((run) => bench.open(run), { rows: ROWS, scale: "day" as const });
    const bar = await page.locator(".bar-wrapper:not(.is-away) .bar").nth(12).boundingBox();
    if (!bar) throw new Error("No bar is in view");
    await page.evaluate(() => {
      const steps: number[] = [];
      Object.assign(globalThis, { dragSteps: steps });
      let begunAt = 0;
      addEventListener("pointermove", () => (begunAt = performance.now()), true);
      addEventListener("pointermove", () => steps.push(performance.now() - begunAt));
    });
    await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height / 2);
    await page.mouse.down();
    for (let step = 1; step <= STEPS; step += 1) {
      const way = Math.abs(((step * STEP_PX + 250) % 1_000) - 500) - 250;
      await page.mouse.move(bar.x + bar.width / 2 + way, bar.y + bar.height / 2);
    }
    await page.mouse.up();
    return page.evaluate(() => {
      const steps: unknown = Reflect.get(globalThis, "dragSteps");
      return Array.isArray(steps) ? steps.filter((step): step is number => typeof step === "number") : [];
    });
  });
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (share: number) => shown(sorted[Math.floor(sorted.length * share)] ?? null, 2);
  printTable("A drag step of one bar, script ms, 50,000 rows", [
    { steps: sorted.length, p50: quantile(0.5), p95: quantile(0.95), most: shown(sorted.at(-1) ?? null, 2) },
  ]);
}

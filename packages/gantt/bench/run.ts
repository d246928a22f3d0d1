import { startBenchBrowser, type BenchBrowser } from "./bench-browser.ts";
import { measureDrag } from "./measure-drag.ts";
import { measureMemory } from "./measure-memory.ts";
import { measurePaint } from "./measure-paint.ts";
import { measureScroll } from "./measure-scroll.ts";
import type { PrintTable } from "./table.ts";

const parts: Record<string, (browser: BenchBrowser, printTable: PrintTable) => Promise<void>> = {
  paint: measurePaint,
  scroll: measureScroll,
  drag: measureDrag,
  memory: measureMemory,
};

/**
 * Prints ours beside the floor (the visible rows as plain elements) and beside other charts, all with the same plan in
 * the same run. `asked`: names of parts; none for all. Throws for an unknown part.
 */
export async function benchGantt({
  asked,
  printTable,
}: {
  asked: readonly string[];
  printTable: PrintTable;
}): Promise<void> {
  const unknown = asked.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(", ")}. Known: ${Object.keys(parts).join(", ")}.`);
  const browser = await startBenchBrowser();
  try {
    for (const [name, measure] of Object.entries(parts)) {
      if (asked.length === 0 || asked.includes(name)) await measure(browser, printTable);
    }
  } finally {
    await browser.close();
  }
}

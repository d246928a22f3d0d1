import type { CDPSession, Page } from "@playwright/test";
import type { BenchBrowser, ChartName } from "./bench-browser.ts";
import { shown, type PrintTable } from "./table.ts";

const SIZES = [10_000, 50_000] as const;
const MOUNTS = 50;
const MOUNTED_ROWS = 2_000;
const BYTES_PER_KB = 1_024;

/** Heap that a chart takes for each row, without the rows themselves; and what fifty mounts and unmounts leave behind after the first fifty. */
export async function measureMemory(browser: BenchBrowser, printTable: PrintTable): Promise<void> {
  const charts: readonly ChartName[] = ["gantry", "svelte-gantt", "SVAR", "DHTMLX"];
  const heaps = [];
  for (const chart of charts) {
    const few = await heapOf(browser, { chart, rows: SIZES[0] });
    const many = await heapOf(browser, { chart, rows: SIZES[1] });
    heaps.push({
      chart,
      "bytes a row, 10,000": shown(few / SIZES[0]),
      "bytes a row, 50,000": shown(many / SIZES[1]),
      "bytes a further row": shown((many - few) / (SIZES[1] - SIZES[0])),
    });
  }
  printTable("Heap of a chart, Day scale, without its rows", heaps);

  const left = [];
  for (const chart of charts) {
    const rest = await browser.onFreshPage(chart, (page) => mountOften(page));
    left.push({ chart, "heap KB": shown(rest.heap / BYTES_PER_KB), nodes: rest.nodes, listeners: rest.listeners });
  }
  printTable(`What ${MOUNTS} mounts and unmounts of ${MOUNTED_ROWS} rows leave, after as many before`, left);
}

function heapOf(browser: BenchBrowser, { chart, rows }: { chart: ChartName; rows: number }): Promise<number> {
  return browser.onFreshPage(chart, async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await page.evaluate((run) => bench.prepare(run), { rows, scale: "day" as const });
    const before = await countersOf(devtools);
    await page.evaluate(() => bench.openPrepared());
    return (await countersOf(devtools)).heap - before.heap;
  });
}

async function mountOften(page: Page): Promise<Counters> {
  const devtools = await page.context().newCDPSession(page);
  await page.evaluate((run) => bench.prepare(run), { rows: MOUNTED_ROWS, scale: "day" as const });
  // The first mounts fill caches and have code compiled that stays for good.
  await page.evaluate((times) => bench.mount(times), MOUNTS);
  const before = await countersOf(devtools);
  await page.evaluate((times) => bench.mount(times), MOUNTS);
  const after = await countersOf(devtools);
  return {
    heap: after.heap - before.heap,
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
  };
}

type Counters = { heap: number; nodes: number; listeners: number };

async function countersOf(devtools: CDPSession): Promise<Counters> {
  for (let time = 0; time < 3; time += 1) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

import type { BenchScale } from "./bench-chart.ts";
import { CHART_NAMES, rowsFor, type BenchBrowser, type ChartName } from "./bench-browser.ts";
import { median, shown, timesOf, type PrintTable } from "./table.ts";

const ROUNDS = 3;
const ROWS = 50_000;
const SCALES = ["day", "week", "month"] as const satisfies readonly BenchScale[];

type Paint = { firstPaintMs: number; elements: number };

/** Time to the first paint and elements then: medians of fresh pages, all charts in turn in every round. */
export async function measurePaint(browser: BenchBrowser, printTable: PrintTable): Promise<void> {
  const rows = [];
  for (const scale of SCALES) {
    const paints = await paintsAt(browser, scale);
    const floor = paints.get("bare rows")?.firstPaintMs ?? Number.NaN;
    for (const [chart, { firstPaintMs, elements }] of paints) {
      rows.push({
        chart,
        rows: rowsFor(chart, ROWS),
        scale,
        "first paint ms": shown(firstPaintMs),
        "× bare rows": timesOf(firstPaintMs, floor),
        elements,
      });
    }
  }
  printTable("First paint of a chart, five years, medians of 3 fresh pages", rows);
}

async function paintsAt(browser: BenchBrowser, scale: BenchScale): Promise<Map<ChartName, Paint>> {
  const rounds = new Map<ChartName, Paint[]>(CHART_NAMES.map((chart) => [chart, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const chart of CHART_NAMES) {
      const run = { rows: rowsFor(chart, ROWS), scale };
      const paint = await browser.onFreshPage(chart, (page) => page.evaluate((value) => bench.open(value), run));
      rounds.get(chart)?.push(paint);
    }
  }
  const medians = new Map<ChartName, Paint>();
  for (const [chart, paints] of rounds) {
    medians.set(chart, {
      firstPaintMs: median(paints.map(({ firstPaintMs }) => firstPaintMs)),
      elements: median(paints.map(({ elements }) => elements)),
    });
  }
  return medians;
}

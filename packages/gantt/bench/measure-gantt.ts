import { resolve } from "node:path";
import { chromiumLaunchOptions } from "@gantry/tooling/tasks/chromium.mjs";
import { chromium } from "@playwright/test";
import type { GanttScale } from "../src/types.ts";
import { servePage } from "../test/support/page-server.ts";
import type { BenchFigures } from "./page.ts";

export type GanttBenchRun = { chart: "gantry" | "frappe-gantt"; rows: number; scale: GanttScale };

const ROUNDS = 3;

/** Medians of three fresh pages for each run: ms to first paint, ms a frame while scrolling 3,000 px/s, elements in the page. */
export async function measureGantt(runs: readonly GanttBenchRun[]): Promise<(GanttBenchRun & BenchFigures)[]> {
  const server = await servePage(resolve(import.meta.dirname, "page.ts"), { strict: false });
  const browser = await chromium.launch(chromiumLaunchOptions());
  const figures: (GanttBenchRun & BenchFigures)[] = [];
  try {
    for (const run of runs) {
      const rounds: BenchFigures[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
        await page.goto(server.url);
        rounds.push(
          await page.evaluate(
            ({ chart, rows, scale }) => (chart === "gantry" ? bench.gantry({ rows, scale }) : bench.frappe({ rows })),
            run,
          ),
        );
        await page.close();
      }
      figures.push({ ...run, ...mediansOf(rounds) });
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return figures;
}

function mediansOf(rounds: readonly BenchFigures[]): BenchFigures {
  const median = (read: (figures: BenchFigures) => number) =>
    rounds.map(read).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? Number.NaN;
  return {
    firstPaintMs: median((figures) => figures.firstPaintMs),
    frameP50Ms: median((figures) => figures.frameP50Ms),
    frameP95Ms: median((figures) => figures.frameP95Ms),
    elements: median((figures) => figures.elements),
  };
}

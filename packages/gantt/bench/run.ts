import { measureGantt, type GanttBenchRun } from "./measure-gantt.ts";

const RUNS: readonly GanttBenchRun[] = [
  { chart: "gantry", rows: 100, scale: "day" },
  { chart: "gantry", rows: 1_000, scale: "day" },
  { chart: "gantry", rows: 3_000, scale: "day" },
  { chart: "gantry", rows: 10_000, scale: "day" },
  { chart: "gantry", rows: 10_000, scale: "week" },
  { chart: "gantry", rows: 10_000, scale: "month" },
  { chart: "gantry", rows: 50_000, scale: "day" },
  { chart: "frappe-gantt", rows: 100, scale: "day" },
  { chart: "frappe-gantt", rows: 1_000, scale: "day" },
  { chart: "frappe-gantt", rows: 3_000, scale: "day" },
];

const HEAD = ["chart", "rows", "scale", "first paint ms", "frame p50 ms", "frame p95 ms", "elements"];

/** Prints ours beside plain frappe-gantt, at the most rows that it can bear. */
export async function benchGantt(): Promise<void> {
  const figures = await measureGantt(RUNS);
  const lines = figures.map((figure) => [
    figure.chart,
    String(figure.rows),
    figure.scale,
    figure.firstPaintMs.toFixed(0),
    figure.frameP50Ms.toFixed(1),
    figure.frameP95Ms.toFixed(1),
    String(figure.elements),
  ]);
  const widths = HEAD.map((head, column) => Math.max(head.length, ...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of [HEAD, ...lines]) {
    process.stdout.write(`${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}\n`);
  }
}

if (import.meta.filename === process.argv[1]) await benchGantt();

import "../test/page/page.css";
import "../src/gantt.css";
import { addDays } from "@gantry/schedule";
import PlainGantt from "#frappe-gantt";
import { createHarness } from "../test/page/harness.ts";
import { manyLinks, manyRows } from "../test/page/rows.ts";
import type { GanttScale } from "../src/types.ts";
import { scrollFrames, untilPainted, type FrameTimes } from "./frames.ts";

export type BenchFigures = FrameTimes & { firstPaintMs: number; elements: number };
export type BenchPage = {
  gantry: (run: { rows: number; scale: GanttScale }) => Promise<BenchFigures>;
  frappe: (run: { rows: number }) => Promise<BenchFigures>;
};

declare global {
  var bench: BenchPage;
}

function hostElement(): HTMLElement {
  const host = document.querySelector<HTMLElement>("#host");
  if (!host) throw new Error("The bench page has no host");
  return host;
}

function figuresOf(
  host: HTMLElement,
  { firstPaintMs, frames }: { firstPaintMs: number; frames: FrameTimes },
): BenchFigures {
  return { ...frames, firstPaintMs, elements: host.querySelectorAll("*").length };
}

globalThis.bench = {
  gantry: async ({ rows, scale }) => {
    const host = hostElement();
    const data = { rows: manyRows(rows), links: manyLinks(rows) };
    const startedAt = performance.now();
    createHarness(host).open({ ...data, scale });
    const firstPaintMs = (await untilPainted()) - startedAt;
    const scroller = host.querySelector<HTMLElement>(".g-gantt-scroller") ?? host;
    return figuresOf(host, { firstPaintMs, frames: await scrollFrames(scroller) });
  },
  frappe: async ({ rows }) => {
    const host = hostElement();
    const tasks = manyRows(rows).flatMap(({ id, title, start, end, progress }) =>
      start === null || end === null
        ? []
        : [{ id, name: title, start, end: addDays(end, 0), progress, dependencies: "" }],
    );
    const startedAt = performance.now();
    const chart: unknown = Reflect.construct(PlainGantt, [host, tasks, { container_height: 800, popup: false }]);
    const firstPaintMs = (await untilPainted()) - startedAt;
    if (chart === null) throw new Error("frappe-gantt made no chart");
    const scroller = host.querySelector<HTMLElement>(".gantt-container") ?? host;
    scroller.style.overflow = "auto";
    scroller.style.height = "800px";
    return figuresOf(host, { firstPaintMs, frames: await scrollFrames(scroller) });
  },
};

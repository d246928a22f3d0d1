import "./page.css";
import type { BenchChart, OpenChart } from "./bench-chart.ts";
import type { BenchRun } from "./bench-page.ts";
import { paintTime, scrollFrames, untilPainted } from "./frames.ts";
import { createPlanData, shifted } from "./plan-data.ts";

const CHANGES = 9;
const MOST_CHANGES_MS = 2_000;
/** A chart that shows no bar until then is measured as it is. */
const MOST_MS = 10_000;
const FIRST_CHANGED_ROW = 4;

/** Offers a chart to the measuring program. */
export function publishChart<Input>(chart: BenchChart<Input>): void {
  const host = document.querySelector<HTMLElement>("#host");
  if (!host) throw new Error("The bench page has no host");
  let data = createPlanData(0);
  let input: Input | null = null;
  let shown: OpenChart | null = null;

  const prepare = ({ rows, scale }: BenchRun) => {
    data = createPlanData(rows);
    input = chart.prepare(data, scale);
  };
  const open = () => {
    if (input === null) throw new Error("Nothing is prepared");
    shown = chart.open(host, input);
  };
  const close = () => {
    shown?.close();
    shown = null;
  };

  globalThis.bench = {
    prepare,
    close,
    open: async (run) => {
      prepare(run);
      await untilPainted();
      const startedAt = performance.now();
      open();
      let paintedAt = await untilPainted();
      while (!host.querySelector(chart.bar) && paintedAt - startedAt < MOST_MS) paintedAt = await untilPainted();
      const firstPaintMs = paintedAt - startedAt;
      return { firstPaintMs, elements: host.querySelectorAll("*").length };
    },
    openPrepared: async () => {
      open();
      await untilPainted();
    },
    scroll: async (way) => {
      const scroller = shown?.scroller(way.axis);
      return scroller ? scrollFrames(scroller, way) : null;
    },
    change: async () => {
      const times: number[] = [];
      for (let index = FIRST_CHANGED_ROW; index < FIRST_CHANGED_ROW + CHANGES; index += 1) {
        const item = data.items[index];
        if (!shown?.changeRow || !item) return null;
        const { changeRow } = shown;
        times.push(await paintTime(() => changeRow(index, shifted(item))));
        if (times.reduce((all, time) => all + time) > MOST_CHANGES_MS) break;
      }
      return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? null;
    },
    mount: async (times) => {
      for (let count = 0; count < times; count += 1) {
        open();
        await untilPainted();
        close();
      }
      await untilPainted();
    },
  };
}

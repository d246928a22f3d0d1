import type { Axis, BenchScale } from "./bench-chart.ts";
import type { FrameTimes } from "./frames.ts";

export type BenchRun = { rows: number; scale: BenchScale };

/** What the measuring program calls in the page of one chart. */
export type BenchPage = {
  /** Milliseconds to the first paint of a chart, and the elements it has then. */
  open: (run: BenchRun) => Promise<{ firstPaintMs: number; elements: number }>;
  scroll: (way: { axis: Axis; pxPerSecond: number }) => Promise<FrameTimes | null>;
  /** Milliseconds until one changed row is painted; the middle of several. */
  change: () => Promise<number | null>;
  close: () => void;
  /** Data and everything made of it, so that what comes after is the chart's own. */
  prepare: (run: BenchRun) => void;
  openPrepared: () => Promise<void>;
  /** Opens and closes a chart so many times. */
  mount: (times: number) => Promise<void>;
};

declare global {
  var bench: BenchPage;
}

import type { Axis } from "./bench-chart.ts";

export type FrameTimes = { frameP50Ms: number; frameP95Ms: number };

const SCROLL_MS = 1_500;

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** The moment after the next frame was handed to the screen. */
export async function untilPainted(): Promise<number> {
  await nextFrame();
  await nextFrame();
  return performance.now();
}

/** Milliseconds from a change at the beginning of a frame until that frame is painted. */
export async function paintTime(change: () => void): Promise<number> {
  const startedAt = await new Promise<number>((begun) => {
    requestAnimationFrame(() => {
      const at = performance.now();
      change();
      begun(at);
    });
  });
  await new Promise<void>((painted) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => painted();
    port2.postMessage(null);
  });
  return performance.now() - startedAt;
}

/** Scrolls at a steady speed, back and forth where the end is near, and times every frame. */
export async function scrollFrames(
  scroller: Element,
  { axis, pxPerSecond }: { axis: Axis; pxPerSecond: number },
): Promise<FrameTimes> {
  const room =
    axis === "vertical" ? scroller.scrollHeight - scroller.clientHeight : scroller.scrollWidth - scroller.clientWidth;
  const side = axis === "vertical" ? "scrollTop" : "scrollLeft";
  const times: number[] = [];
  const startedAt = await nextFrame();
  for (let at = startedAt, before = startedAt; at - startedAt < SCROLL_MS; before = at) {
    const way = ((at - startedAt) / 1_000) * pxPerSecond;
    const lap = way % (2 * room);
    scroller[side] = lap > room ? 2 * room - lap : lap;
    at = await nextFrame();
    times.push(at - before);
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { frameP50Ms: quantile(0.5), frameP95Ms: quantile(0.95) };
}

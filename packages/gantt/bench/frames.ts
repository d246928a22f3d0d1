export type FrameTimes = { frameP50Ms: number; frameP95Ms: number };

const PX_PER_SECOND = 3_000;
const SCROLL_MS = 2_500;

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** The moment after the next frame was handed to the screen. */
export async function untilPainted(): Promise<number> {
  await nextFrame();
  await nextFrame();
  return performance.now();
}

/** Scrolls down at a steady speed and times every frame. */
export async function scrollFrames(scroller: HTMLElement): Promise<FrameTimes> {
  const times: number[] = [];
  const startedAt = await nextFrame();
  for (let at = startedAt, before = startedAt; at - startedAt < SCROLL_MS; before = at) {
    scroller.scrollTop = ((at - startedAt) / 1000) * PX_PER_SECOND;
    at = await nextFrame();
    times.push(at - before);
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { frameP50Ms: quantile(0.5), frameP95Ms: quantile(0.95) };
}

import type { CDPSession, Page } from "@playwright/test";

/** Milliseconds. `work` is what the page's main thread does in a frame, in time of the processor. */
export type Frames = { p50: number; p95: number; worst: number; work: number };

/** How far the wheel turns between two frames. */
export const STEP_PX = 120;
const FRAMES = 300;

/**
 * Scrolls an element by a step a frame, down and up again, and tells how long frames took; on a page without that
 * element, how long frames take at the least.
 */
export async function measureFrames(page: Page, scroller: string): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const workBefore = await workOf(session);
  const times = await page.evaluate(
    async ({ selector, step, count }) => {
      const element = document.querySelector(selector);
      const taken: number[] = [];
      let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      for (let frame = 0; frame < count; frame += 1) {
        element?.scrollBy({ top: frame < count / 2 ? step : -step, behavior: "instant" });
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        taken.push(now - before);
        before = now;
      }
      return taken;
    },
    { selector: scroller, step: STEP_PX, count: FRAMES },
  );
  const work = round(((await workOf(session)) - workBefore) / FRAMES);
  await session.detach();
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), worst: at(1), work };
}

async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
}

function round(durationMs: number): number {
  return Math.round(durationMs * 10) / 10;
}

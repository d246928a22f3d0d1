import type { ChartPage } from "./chart-page.ts";
import type { Point } from "./pointer.ts";

/** Fingers on the page's glass, by DevTools: Playwright's own touchscreen can only tap. */
export type Fingers = {
  /** The fingers that now touch, in order; one more comes down, one less goes up. */
  at: (...points: readonly Point[]) => Promise<void>;
  /** Down, along in steps, and up. */
  swipe: (from: Point, by: { dx: number; dy: number }) => Promise<void>;
  lift: () => Promise<void>;
  /** The system takes all fingers away. */
  cancel: () => Promise<void>;
  tap: (point: Point) => Promise<void>;
};

export async function fingersOn({ page }: ChartPage): Promise<Fingers> {
  const devtools = await page.context().newCDPSession(page);
  let down = 0;
  const at = async (...points: readonly Point[]) => {
    const type = points.length > down ? "touchStart" : points.length < down ? "touchEnd" : "touchMove";
    down = points.length;
    await devtools.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    });
  };
  const lift = () => at();
  return {
    at,
    lift,
    cancel: async () => {
      down = 0;
      await devtools.send("Input.dispatchTouchEvent", { type: "touchCancel", touchPoints: [] });
    },
    // What follows at once is sent at once: a finger that a busy machine leaves lying is a long press.
    tap: async (point) => {
      await Promise.all([at(point), lift()]);
    },
    swipe: async (from, { dx, dy }) => {
      const part = (share: number) => at({ x: from.x + dx * share, y: from.y + dy * share });
      await Promise.all([part(0), part(0.2)]);
      for (const share of [0.4, 0.6, 0.8, 1]) await part(share);
      await lift();
    },
  };
}

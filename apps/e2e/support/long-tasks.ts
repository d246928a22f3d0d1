import type { Page } from "@playwright/test";

/** Notes from now on every task that kept the page's thread for over 50 ms; tells the longest since the last question. */
export async function watchLongTasks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const durations: number[] = [];
    Reflect.set(window, "longTasks", durations);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration);
    }).observe({ type: "longtask", buffered: true });
  });
  return () =>
    page.evaluate(() => {
      const durations: number[] = Reflect.get(window, "longTasks");
      return Math.max(0, ...durations.splice(0));
    });
}

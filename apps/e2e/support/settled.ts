import type { Page } from "@playwright/test";

/** What a look sees once two of them, some frames apart, see the same. */
export async function settled<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const frames = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  for (let before = await look(); ;) {
    await frames();
    const now = await look();
    if (JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
}

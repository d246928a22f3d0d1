import type { Page } from "@playwright/test";

export type Point = { x: number; y: number };

/** Presses at a point, moves there in steps as a hand does, and lets go unless `hold`. */
export async function drag(
  page: Page,
  { from, to, hold = false }: { from: Point; to: Point; hold?: boolean },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  if (!hold) await page.mouse.up();
}

export function centreOf(box: { x: number; y: number; width: number; height: number }): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

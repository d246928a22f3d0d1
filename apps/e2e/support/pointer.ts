import { expect, type Locator, type Page } from "@playwright/test";
import { settled } from "./settled.ts";

export type Point = { x: number; y: number };
export type Box = { x: number; y: number; width: number; height: number };

/** Presses at a point and moves to another in steps, as a hand does. The button stays down. */
export async function startDrag(page: Page, { from, to }: { from: Point; to: Point }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
}

/** Where it stands once nothing moves it any more. */
export async function boxOf(locator: Locator): Promise<Box> {
  for (;;) {
    await expect(locator).toBeVisible();
    const box = await settled(locator.page(), () => locator.boundingBox());
    if (box !== null) return box;
  }
}

export function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

import type { Page } from "@playwright/test";
import { browserName } from "./browsers.ts";
import { performPointerActions } from "./firefox-wire.ts";

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

export async function doubleClick(page: Page, { x, y }: Point): Promise<void> {
  if (browserName === "chromium") return await page.mouse.dblclick(x, y);
  const click = [
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  await performPointerActions(page, [{ type: "pointerMove", x, y }, ...click, ...click]);
}

export function centreOf(box: { x: number; y: number; width: number; height: number }): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

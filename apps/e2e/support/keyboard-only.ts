import { addDays, type IsoDate } from "@gantry/schedule";
import { expect, type Locator, type Page } from "@playwright/test";

const POINTER_EVENTS = ["pointerdown", "mousedown", "mousemove", "wheel", "touchstart"];
/** No screen has more stops than this. */
const MOST_STOPS = 150;

/** Notes every sign of a pointer in the page from now on; tells what there was. */
export async function watchForPointer(page: Page): Promise<() => string[]> {
  const heard: string[] = [];
  await page.exposeFunction("heardPointer", (type: string) => heard.push(type));
  await page.addInitScript((types) => {
    for (const type of types)
      addEventListener(type, () => Reflect.apply(Reflect.get(window, "heardPointer"), window, [type]), {
        capture: true,
        passive: true,
      });
  }, POINTER_EVENTS);
  return () => heard;
}

/** Goes on with Tab until the element, or one inside it, has the focus; fails when Tab does not lead there. */
export async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const page = target.page();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${target.toString()}`);
}

/** Tabs to a field or button and presses a key there. */
export async function pressAt(target: Locator, key: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Tabs to a field and types over what it holds. */
export async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press("ControlOrMeta+a");
  await target.page().keyboard.type(text);
}

/** A day such as 12 December: typed alike whether the browser asks for the day or the month first. */
export function doubleDayAfter(day: IsoDate): IsoDate {
  const next = addDays(day, 1);
  return next.slice(5, 7) === next.slice(8) ? next : doubleDayAfter(next);
}

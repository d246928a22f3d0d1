import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What axe looks at: all it knows; what depends on colours; all but that. */
export type Aspect = "everything" | "colours" | "structure";

const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Nothing that axe knows of is wrong with the page as it stands, once nothing on it moves any more. */
export async function expectAccessible(page: Page, aspect: Aspect = "everything"): Promise<void> {
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
  });
  // One frame only: without the legacy mode each run opens a page of its own to put frames together.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (aspect === "colours") axe.withRules(COLOUR_RULES);
  if (aspect === "structure") axe.disableRules(COLOUR_RULES);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds wrong with the page as it stands: rules, with the elements that break them. */
export async function axeProblems(page: Page): Promise<string[]> {
  // One frame only: without the legacy mode each run opens a page of its own to put frames together.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // The page of the chart alone has no landmarks and no heading; the product's pages have.
    .disableRules(["landmark-one-main", "page-has-heading-one", "region"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

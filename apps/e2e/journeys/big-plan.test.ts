import { expect, test } from "../support/journey.ts";
import { PlanPage } from "../pages/plan-page.ts";
import { must, planNamed } from "../support/world.ts";

const ROWS = 10_000;
const MOST_ELEMENTS = 1_500;

test.use({ productOptions: { simulator: { scale: { items: ROWS + 500, plans: 2, biggestPlan: ROWS } } } });

test("a plan of 10,000 work items opens and scrolls to its last row, of which few are ever in the page", async ({
  signInPage,
  page,
  product,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Programme 10k");
  await page.goto(`/projects/${plan.projectId}/plans/${plan.id}`);
  await signInPage.fill(must(simulator.credentials[0], "person"));
  await signInPage.submit.click();
  const { timeline } = new PlanPage(page);
  await expect(timeline.grid).toBeVisible();
  await timeline.expectRows(ROWS);
  await expect(timeline.rowAt(0)).toBeInViewport();
  expect(await timeline.elementCount()).toBeLessThanOrEqual(MOST_ELEMENTS);

  await timeline.rowAt(0).click();
  await page.keyboard.press("End");
  await expect(timeline.rowAt(ROWS - 1)).toBeInViewport();
  await expect(timeline.rowAt(ROWS - 1)).toBeFocused();
  expect(await timeline.elementCount()).toBeLessThanOrEqual(MOST_ELEMENTS);
  await page.keyboard.press("Home");
  await expect(timeline.rowAt(0)).toBeInViewport();
});

import { ExportDialog } from "../pages/export-dialog.ts";
import { PlanPage } from "../pages/plan-page.ts";
import { expect, test } from "../support/journey.ts";
import { watchLongTasks } from "../support/long-tasks.ts";
import { must, planNamed } from "../support/world.ts";

const ROWS = 10_000;
/** Of the whole export, the longest that the page may be held up: drawn by the page itself it would be nearly all. */
const FROZEN_SHARE = 0.25;

test.use({ productOptions: { simulator: { scale: { items: ROWS + 500, plans: 2, biggestPlan: ROWS } } } });

test("10,000 rows become a PDF with a progress bar; the page stays awake, and cancelling leaves nothing behind", async ({
  signInPage,
  page,
  product,
}, testInfo) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Programme 10k");
  const longestTaskMs = await watchLongTasks(page);
  await page.goto(`/projects/${plan.projectId}/plans/${plan.id}`);
  await signInPage.fill(must(simulator.credentials[0], "person"));
  await signInPage.submit.click();
  const { timeline } = new PlanPage(page);
  await expect(timeline.grid).toBeVisible();
  await timeline.expectRows(ROWS);

  const dialog = new ExportDialog(page);
  await dialog.open();
  expect(await dialog.foretold("rows")).toBe(ROWS);
  const saved: string[] = [];
  page.on("download", (download) => saved.push(download.suggestedFilename()));
  await dialog.exportButton.click();
  await expect(dialog.progress).toHaveAttribute("aria-valuenow", /^[1-9]/);
  await dialog.cancel.click();
  await expect(dialog.progress).toBeHidden();
  await expect(dialog.forecast).toHaveText(/10,000 rows/);
  expect(saved).toEqual([]);

  await longestTaskMs();
  const startedAt = performance.now();
  const file = await dialog.takeFile({ timeoutMs: 180_000 });
  const tookMs = performance.now() - startedAt;
  const longest = Math.round(await longestTaskMs());
  testInfo.annotations.push({ type: "longest task on the page", description: `${longest} ms` });
  expect(file.name).toMatch(/\.pdf$/);
  expect(saved).toHaveLength(1);
  expect(longest).toBeLessThan(tookMs * FROZEN_SHARE);
});

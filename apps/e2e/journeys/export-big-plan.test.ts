import { ExportDialog } from "../pages/export-dialog.ts";
import { PlanPage } from "../pages/plan-page.ts";
import { expect, test } from "../support/journey.ts";
import { must, planNamed } from "../support/world.ts";

const ROWS = 10_000;

test.use({ productOptions: { simulator: { scale: { items: ROWS + 500, plans: 2, biggestPlan: ROWS } } } });

test("10,000 rows become a PDF beside the page, with a progress bar; cancelling leaves nothing behind", async ({
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

  const dialog = new ExportDialog(page);
  await dialog.open();
  expect(await dialog.foretold("rows")).toBe(ROWS);
  const saved: string[] = [];
  page.on("download", (download) => saved.push(download.suggestedFilename()));
  // Drawn in a thread of its own, so that the page can hear Cancel.
  const drawing = page.waitForEvent("worker");
  await dialog.exportButton.click();
  const ended = (await drawing).waitForEvent("close");
  await expect(dialog.progress).toHaveAttribute("aria-valuenow", /^[1-9]/);
  await dialog.cancel.click();
  await expect(dialog.progress).toBeHidden();
  await expect(dialog.forecast).toHaveText(/10,000 rows/);
  expect(saved).toEqual([]);

  await ended;
  const file = await dialog.takeFile({ timeoutMs: 180_000 });
  expect(file.name).toMatch(/\.pdf$/);
  expect(saved).toHaveLength(1);
});

import { expect, test } from "../support/journey.ts";
import { planNamed, scrumItemsOf } from "../support/world.ts";

const HOSTILE_NAME = '<img src=x onerror="document.title=1">';

test("titles that would break careless programs are text wherever they stand", async ({ plansPage, product, page }) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Import rehearsal");
  const items = scrumItemsOf(simulator, plan);
  const titles = items.map(({ title }) => title);
  const opened: string[] = [];
  page.on("dialog", (dialog) => {
    opened.push(dialog.message());
    void dialog.dismiss();
  });
  /** Nothing of a title has become an element, run, or changed the page's own title. */
  const expectTextOnly = async (documentTitle: RegExp) => {
    await expect(page.locator("img, script:not([src]), svg[onload], a[href^='javascript:']")).toHaveCount(0);
    await expect(page).toHaveTitle(documentTitle);
    expect(opened).toEqual([]);
  };

  const planPage = await plansPage.openPlan(plan.name);
  const { timeline } = planPage;
  await timeline.expectRows(items.length);
  const shown = new Set<string>();
  await expect(async () => {
    for (const text of await timeline.titles()) shown.add(text);
    await timeline.turnWheel();
    expect([...shown].toSorted()).toEqual(titles.toSorted());
  }).toPass();
  await expectTextOnly(/^Import rehearsal/);

  await planPage.selectAll(items.length);
  const dialog = await planPage.editSelection();
  await dialog.type("Progress", "13");
  await dialog.readPreview();
  await expect(dialog.changes.getByText("<img src=x onerror=alert(1)>", { exact: true }).first()).toBeVisible();
  await expectTextOnly(/^Import rehearsal/);
  await dialog.apply.click();
  await dialog.expectNothingFailed();
  const changeSet = await planPage.seeChangeSet();
  await expect(changeSet.rows.getByText("<img src=x onerror=alert(1)>", { exact: true })).toBeVisible();
  await expectTextOnly(/Edit 24 work items/);

  const other = planNamed(simulator, "Access review");
  await page.goto(`/projects/${other.projectId}/plans/${other.id}?panel=backlog`);
  await planPage.backlog.search.fill("onerror");
  await expect(planPage.backlog.rows).toHaveCount(1);
  await expect(planPage.backlog.rows).toContainText("<img src=x onerror=alert(1)>");
  await planPage.backlog.search.fill("onload");
  await expect(planPage.backlog.rows).toContainText('"><svg onload=alert(2)>');
  await expectTextOnly(/^Access review/);

  simulator.store.patchPlan(plan.id, { name: HOSTILE_NAME });
  await page.goto(`/projects/${plan.projectId}/plans/${plan.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(HOSTILE_NAME);
  await expect.poll(() => page.title()).toContain(HOSTILE_NAME);
  await expect(page.locator("img")).toHaveCount(0);
  simulator.store.patchPlan(plan.id, { name: plan.name });
});

import { expect, test } from "../support/journey.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { must, planNamed, scrumItem } from "../support/world.ts";
import type { Page } from "@playwright/test";
import { AppShell } from "../pages/app-shell.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** The page is as wide as the screen: no part of it has to be looked for sideways. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, "pixels beyond the right edge").toBeLessThanOrEqual(0);
}

test("on a phone of 390 px a plan is found, work items are selected and changed, and nothing scrolls sideways", async ({
  signInPage,
  page,
  product,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Single sign-on");
  await signInPage.open();
  await expectNoSidewaysScroll(page);
  const plansPage = await signInPage.signInAs(must(simulator.credentials[0], "person"));
  await expect(page.getByRole("link", { name: plan.name })).toBeVisible();
  await expectNoSidewaysScroll(page);

  const planPage = await plansPage.openPlan(plan.name);
  await planPage.timeline.expectRows(plan.itemIds.size);
  await expectNoSidewaysScroll(page);
  await planPage.openBacklog();
  await expectNoSidewaysScroll(page);
  await planPage.backlog.panel.getByRole("button", { name: "Close" }).click();
  await expect(planPage.backlog.panel).toBeHidden();

  await planPage.tapFirstRows(3);
  const dialog = await planPage.editSelection();
  await expectNoSidewaysScroll(page);
  await dialog.type("Progress", "26");
  const ids = await dialog.readPreview();
  await expectNoSidewaysScroll(page);
  const ledger = ledgerFromNow(simulator);
  await dialog.apply.click();
  await dialog.expectNothingFailed();
  for (const id of ids) expect(scrumItem(simulator, id).doneRatio).toBe(26);
  expect(ledger.writes()).toHaveLength(3);
  const changeSet = await planPage.seeChangeSet();
  await changeSet.expectDone(3);
  await expectNoSidewaysScroll(page);

  const shell = new AppShell(page);
  for (const screen of ["Changes", "Settings", "Plans"] as const) {
    await shell.goTo(screen);
    await expectNoSidewaysScroll(page);
  }
});

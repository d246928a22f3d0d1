import { TeamPage } from "../pages/team-page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/journey.ts";
import { must } from "../support/world.ts";

const MOST_ROWS_IN_PAGE = 120;

// A project as large as CodeArts allows: 30,000 work items and 500 plans.
test.use({ productOptions: { simulator: { scale: "large" } } });

test("with 500 plans and 30,000 work items in one project, plans, load and a person's week are a glance away", async ({
  plansPage,
  product,
  page,
}) => {
  const person = must(product.simulator.credentials[0], "person");
  const seen = product.simulator.world.projects.filter(({ members }) =>
    members.some((member) => member.person.userId === person.userId),
  );
  const seenIds = new Set(seen.map(({ id }) => id));
  const plans = product.simulator.world.plans.filter(({ projectId }) => seenIds.has(projectId));
  const everything = `${plans.length} plans in ${seen.length} projects`;
  await expect(page.getByText(new RegExp(`^${everything}, read`))).toBeVisible({ timeout: 120_000 });
  const rows = plansPage.table.getByRole("row");
  expect(await rows.count(), "most rows are not in the page").toBeLessThan(MOST_ROWS_IN_PAGE);
  await plansPage.table.getByRole("link").first().focus();
  await page.keyboard.press("End");
  await expect(plansPage.table.locator(`[aria-rowindex="${plans.length + 1}"]`)).toBeInViewport();
  await expectAccessible(page);

  // Another visit begins with what is known.
  await page.reload();
  await expect(page.getByText(everything)).toBeVisible();
  await expect(plansPage.table.getByRole("link").first()).toBeVisible();

  await page.goto("/team");
  const team = new TeamPage(page);
  await team.expectWhole(120_000);
  const overloaded = team.grid.getByRole("gridcell", { name: /too many/ }).first();
  await overloaded.click();
  await expect(team.panel.getByRole("listitem").first()).toBeVisible();
  await expectAccessible(page);
});

import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/journey.ts";
import { openAs } from "../support/open-as.ts";
import { planNamed } from "../support/world.ts";

test("a view is saved and shared, a colleague opens it with their own plans, and only its owner changes or deletes it", async ({
  plansPage,
  product,
  browser,
  page,
}) => {
  const plan = planNamed(product.simulator, "Tariff engine");
  const views = page.getByRole("group", { name: "Views" });
  const tab = views.getByRole("button", { name: /^Tariffs/ });
  const search = async (text: string) => {
    await plansPage.search.fill(text);
    await expect(page).toHaveURL((url) => url.searchParams.get("q") === text);
  };
  await search("Tariff");
  await expect(plansPage.plan(plan.name)).toBeVisible();
  await page.getByRole("button", { name: "Save this view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByLabel("Name").fill("Tariffs");
  await dialog.getByRole("checkbox", { name: "Share with everybody of the account" }).check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(tab).toHaveAttribute("aria-pressed", "true");

  const colleague = await openAs("chen.hao", { browser, product });
  const theirViews = colleague.getByRole("group", { name: "Views" });
  await theirViews.getByRole("button", { name: /^Tariffs.*Shared by Zhao Min/ }).click();
  await expect(colleague.getByRole("searchbox", { name: "Search plans" })).toHaveValue("Tariff");
  await theirViews.getByRole("button", { name: "More for view Tariffs" }).click();
  await expect(colleague.getByRole("menuitem", { name: "Open the page with this view" })).toBeVisible();
  await expect(colleague.getByRole("menuitem", { name: "Delete" })).toHaveCount(0);
  await colleague.context().close();

  await search("Tariff eng");
  await expect(tab).toContainText("changed");
  await expect(tab).toHaveAttribute("aria-pressed", "false");
  await views.getByRole("button", { name: "More for view Tariffs" }).click();
  await page.getByRole("menuitem", { name: "Replace by what is shown" }).click();
  await expect(tab).toHaveAttribute("aria-pressed", "true");

  await views.getByRole("button", { name: "More for view Tariffs" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(tab).toHaveCount(0);
  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await expect(tab).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(page);
});

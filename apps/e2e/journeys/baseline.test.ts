import { addDays } from "@gantry/schedule";
import { ItemPanel } from "../pages/item-panel.ts";
import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/journey.ts";
import { datedItemsOf, isOpen, must, planNamed, scrumItem } from "../support/world.ts";

test("a baseline is kept, shows what has moved since in the chart and in words, and is deleted", async ({
  plansPage,
  product,
  page,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Driver app 5");
  const planPage = await plansPage.openPlan(plan.name);
  const { timeline } = planPage;
  await timeline.expectRows(plan.itemIds.size);
  const known = must(datedItemsOf(simulator, plan).find(isOpen), "open item");
  const menu = page.getByRole("button", { name: "Baseline", exact: true });

  await menu.click();
  await page.getByRole("menuitem", { name: "Save baseline…" }).click();
  const dialog = page.getByRole("dialog", { name: "Save baseline" });
  await dialog.getByLabel("Name").fill("Agreed");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Nothing changed since Agreed")).toBeVisible();
  await expect(timeline.ghosts).toHaveCount(0);

  await planPage.find(known.title);
  await timeline.row(known.title).click();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  const summary = page.getByRole("button", { name: /1 later.* since Agreed/ });
  await expect(summary).toBeVisible();
  await expect(timeline.ghosts.first()).toBeAttached();
  await expect(timeline.row(known.title)).toHaveAttribute("aria-label", /\d working days later than the baseline/);
  await expect.poll(() => scrumItem(simulator, known.id).end).toBe(addDays(known.dates.end, 7));

  await page.reload();
  await summary.click();
  const list = page.getByRole("dialog", { name: "Changed since the baseline" });
  await list.getByRole("button", { name: known.title }).click();
  await expect(timeline.row(known.title)).toBeFocused();
  const panel = new ItemPanel(page);
  await panel.open(known.id);
  await expect(panel.panel).toContainText(/\d working days later than the baseline/);
  await expectAccessible(page);

  await menu.click();
  await page.getByRole("menuitem", { name: "Delete this baseline…" }).click();
  await page.getByRole("dialog", { name: "Delete Agreed" }).getByRole("button", { name: "Delete baseline" }).click();
  await expect(page.getByText("Agreed deleted.")).toBeVisible();
  await expect(summary).toBeHidden();
  await expect(timeline.ghosts).toHaveCount(0);
  await expect(page).not.toHaveURL(/baseline=/);
});

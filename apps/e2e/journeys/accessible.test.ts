import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/journey.ts";
import type { PlansPage } from "../pages/plans-page.ts";
import type { Product } from "@gantry/testkit/product";
import { must, planNamed, scrumItemsOf } from "../support/world.ts";

const looks = [
  { look: "light", colorScheme: "light", language: "English", aspect: "everything" },
  // In the dark only the colours differ, in Chinese only the words.
  { look: "dark", colorScheme: "dark", language: "English", aspect: "colours" },
  { look: "in Chinese", colorScheme: "light", language: "简体中文", aspect: "structure" },
] as const;

/** Changes one item, so that there is a change set to be looked at; tells its address. */
async function makeChangeSet({ plansPage, product }: { plansPage: PlansPage; product: Product }): Promise<string> {
  const plan = planNamed(product.simulator, "Close the books");
  const planPage = await plansPage.openPlan(plan.name);
  await planPage.selectFirstRows(2);
  const dialog = await planPage.editSelection();
  const differing = scrumItemsOf(product.simulator, plan).some(({ doneRatio }) => doneRatio === 71) ? "72" : "71";
  await dialog.type("Progress", differing);
  await dialog.readPreview();
  await dialog.apply.click();
  await dialog.expectNothingFailed();
  const changeSet = await planPage.seeChangeSet();
  await expect(changeSet.heading).toBeVisible();
  return new URL(plansPage.page.url()).pathname;
}

for (const { look, colorScheme, language, aspect } of looks) {
  test.describe(`${look}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing on any screen", async ({ plansPage, product, page }) => {
      const { simulator } = product;
      const gantt = planNamed(simulator, "Invoice archive");
      const mind = planNamed(simulator, "Pricing workshop");
      const ganttPath = `/projects/${gantt.projectId}/plans/${gantt.id}`;
      const item = must([...gantt.itemIds][2], "item");
      const changeSetPath = await makeChangeSet({ plansPage, product });
      await page.goto("/settings");
      await page.getByRole("radio", { name: language }).click();
      const isInLanguage = () =>
        expect(page.locator("html")).toHaveAttribute("lang", language === "English" ? "en" : "zh-CN");
      await isInLanguage();
      await expectAccessible(page, aspect);

      const screens = [
        { path: "/", ready: page.getByRole("table") },
        { path: "/?view=timeline", ready: page.getByRole("treegrid") },
        { path: ganttPath, ready: page.getByRole("treegrid") },
        { path: `${ganttPath}?panel=backlog`, ready: page.getByRole("option").first() },
        { path: `${ganttPath}?item=${item}`, ready: page.getByRole("complementary") },
        { path: `/projects/${mind.projectId}/plans/${mind.id}`, ready: page.getByRole("treegrid") },
        { path: "/changes", ready: page.getByRole("table") },
        { path: changeSetPath, ready: page.getByRole("table") },
      ];
      for (const { path, ready } of screens)
        await test.step(path, async () => {
          await page.goto(path);
          await expect(ready).toBeVisible();
          await isInLanguage();
          await expectAccessible(page, aspect);
        });
    });
  });
}

const shades = [
  { colorScheme: "light", aspect: "everything" },
  { colorScheme: "dark", aspect: "colours" },
] as const;

for (const { colorScheme, aspect } of shades) {
  test.describe(`what opens over a screen, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing in dialogs, menus and the sign-in", async ({ signInPage, product, page }) => {
      await signInPage.open();
      await expectAccessible(page, aspect);
      const plansPage = await signInPage.signInAs(product.simulator.credentials[0]);
      await page.getByRole("button", { name: "New plan" }).click();
      await expect(page.getByRole("dialog", { name: "New plan" })).toBeVisible();
      await expectAccessible(page, aspect);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog", { name: "New plan" })).toHaveCount(0);
      await page.keyboard.press("ControlOrMeta+k");
      await expect(page.getByRole("dialog", { name: "Search or jump to" })).toBeVisible();
      await expectAccessible(page, aspect);
      await page.keyboard.press("Escape");

      const planPage = await plansPage.openPlan("Invoice archive");
      await page.getByRole("button", { name: "Filter" }).click();
      await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
      await expectAccessible(page, aspect);
      await page.keyboard.press("Escape");
      await planPage.selectFirstRows(5);
      await expectAccessible(page, aspect);
      const dialog = await planPage.editSelection();
      await dialog.choose("Priority", "Low");
      await dialog.type("Progress", "64");
      await dialog.readPreview();
      await expectAccessible(page, aspect);
    });
  });
}

import { SessionDialog } from "../pages/session-dialog.ts";
import { expect, test } from "../support/journey.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { must, planNamed, scrumItem } from "../support/world.ts";

const losses = [
  { how: "the token ended at CodeArts", plan: "Route prices" },
  { how: "the session's cookie is gone", plan: "Charging network" },
] as const;

test.describe("a session lost in mid-edit", () => {
  test.use({ allowedNoise: [/401/] });

  for (const { how, plan: name } of losses) {
    test(`loses nothing that was typed: ${how}`, async ({ plansPage, product, page }) => {
      const { simulator } = product;
      const person = must(simulator.credentials[0], "person");
      const plan = planNamed(simulator, name);
      const planPage = await plansPage.openPlan(plan.name);
      await planPage.selectFirstRows(5);
      const dialog = await planPage.editSelection();
      await dialog.choose("Priority", "High");
      await dialog.type("Progress", "35");

      if (how === "the session's cookie is gone") await page.context().clearCookies();
      else simulator.expireTokens();
      const session = new SessionDialog(page);
      await session.comesOf(dialog.preview);
      await session.signInAgain(person.password);

      await expect(dialog.valueOf("Progress")).toHaveValue("35");
      await expect(dialog.valueOf("Priority")).toContainText("High");
      const ids = await dialog.readPreview();
      const ledger = ledgerFromNow(simulator);
      await dialog.apply.click();
      await dialog.expectNothingFailed();
      for (const id of ids) expect(scrumItem(simulator, id)).toMatchObject({ priorityId: 3, doneRatio: 35 });
      expect(ledger.twice()).toEqual([]);
    });
  }
});

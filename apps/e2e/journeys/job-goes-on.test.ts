import { ChangeSetPage } from "../pages/change-set-page.ts";
import type { PlansPage } from "../pages/plans-page.ts";
import { expect, test } from "../support/journey.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { planNamed, scrumItem } from "../support/world.ts";
import type { Product } from "@gantry/testkit/product";

const COUNT = 30;

/** Items that CodeArts takes only once the journey lets it: until then the job is under way on any machine. */
const HELD = 10;

/** A change set over 30 items of a plan under way, slowed down and held so that the journey can step in. */
async function startSlowJob({
  plansPage,
  product,
  plan: name,
}: {
  plansPage: PlansPage;
  product: Product;
  plan: string;
}) {
  const { simulator } = product;
  const plan = planNamed(simulator, name);
  const planPage = await plansPage.openPlan(plan.name);
  await planPage.selectFirstRows(COUNT);
  const dialog = await planPage.editSelection();
  await dialog.type("Progress", "47");
  const ids = await dialog.readPreview();
  simulator.faults.add({ when: { operation: "updateIssue" }, do: { kind: "delay", ms: 700 } });
  for (const itemId of ids.slice(-HELD))
    simulator.faults.add({
      when: { operation: "updateIssue", itemId },
      do: { kind: "too-many-requests", retryAfter: "1" },
    });
  const ledger = ledgerFromNow(simulator);
  await dialog.apply.click();
  const changeSet = await planPage.seeChangeSet();
  await expect.poll(() => ledger.writes().length).toBeGreaterThan(0);
  const expectUnderWay = () =>
    expect(ledger.writes().length, "it was still under way").toBeLessThanOrEqual(ids.length - HELD);
  const expectWhole = async () => {
    simulator.faults.clear();
    await changeSet.expectDone(ids.length);
    await changeSet.expectOutcomes({ Applied: ids.length });
    for (const id of ids) expect(scrumItem(simulator, id).doneRatio).toBe(47);
    expect(
      ledger
        .writes()
        .flatMap(({ itemIds }) => itemIds)
        .toSorted(),
      "none lost, none twice",
    ).toEqual(ids.toSorted());
  };
  return { changeSet, written: () => ledger.writes().length, expectUnderWay, expectWhole };
}

test.describe("a job under way", () => {
  test("goes on when the tab is loaded anew, and its progress with it", async ({ plansPage, product, page }) => {
    const { changeSet, expectUnderWay, expectWhole } = await startSlowJob({
      plansPage,
      product,
      plan: "Driver app 5",
    });
    await page.reload();
    await expect(changeSet.progress).toBeVisible();
    expectUnderWay();
    await expectWhole();
  });

  test("goes on without the tab, and is found under Changes", async ({ plansPage, product, page }) => {
    const { written, expectUnderWay, expectWhole } = await startSlowJob({ plansPage, product, plan: "Tariff engine" });
    await page.goto("about:blank");
    expectUnderWay();
    product.simulator.faults.clear();
    await expect.poll(written).toBe(COUNT);
    await page.goto("/changes");
    await page
      .getByRole("table", { name: "Changes" })
      .getByRole("link", { name: `Edit ${COUNT} work items` })
      .first()
      .click();
    await expect(new ChangeSetPage(page).heading).toContainText(`Edit ${COUNT} work items`);
    await expectWhole();
  });

  test.describe("when the server dies", () => {
    test.use({
      allowedNoise: [
        /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED/,
      ],
    });

    test("goes on after the restart: nothing lost, nothing twice", async ({ plansPage, product }) => {
      const { changeSet, expectUnderWay, expectWhole } = await startSlowJob({
        plansPage,
        product,
        plan: "Design system 4",
      });
      await product.crashAndRestart();
      expectUnderWay();
      await expect(changeSet.progress).toBeVisible();
      await expectWhole();
    });
  });
});

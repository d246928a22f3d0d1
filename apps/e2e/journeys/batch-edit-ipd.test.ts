import { expect, test } from "../support/journey.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { ipdItemsOf, planNamed } from "../support/world.ts";

const MOST_IDS_A_CALL = 50;

test.describe("IPD work items", () => {
  test("ids of 18 and 19 digits go out and come back to the last digit", async ({ plansPage, product }) => {
    const { simulator } = product;
    const plan = planNamed(simulator, "Ultrasonic meter");
    const items = ipdItemsOf(simulator, plan);
    const exact = [...plan.itemIds].filter((id) => !Number.isSafeInteger(Number(id)));
    expect(exact.some((id) => id.length === 19)).toBe(true);
    expect(exact, "no number of JavaScript holds them").toHaveLength(items.length);

    const planPage = await plansPage.openPlan(plan.name);
    await planPage.selectAll(items.length);
    const dialog = await planPage.editSelection();
    await dialog.choose("Priority", "High");
    await dialog.readPreview();
    const ledger = ledgerFromNow(simulator);
    const toChange = items.filter(({ priority }) => priority !== "High");
    await dialog.apply.click();
    await dialog.expectFinished({ Applied: toChange.length });
    const written = ledger.writes("batchUpdateIpdIssues").flatMap(({ itemIds }) => itemIds);
    expect(written.toSorted()).toEqual(toChange.map(({ id }) => id).toSorted());
    for (const { id } of items) expect(simulator.store.ipdItem(id)?.priority).toBe("High");

    const changeSet = await planPage.seeChangeSet();
    await changeSet.previewUndo();
    await changeSet.putBack();
    await changeSet.expectDone(toChange.length);
    for (const { id, priority } of toChange)
      if (priority !== null) expect(simulator.store.ipdItem(id)?.priority).toBe(priority);
  });

  test("one call carries one category and at most 50 ids", async ({ plansPage, product }) => {
    const { simulator } = product;
    const plan = planNamed(simulator, "Firmware train 26.2");
    const items = ipdItemsOf(simulator, plan);
    const planPage = await plansPage.openPlan(plan.name);
    await planPage.selectAll(items.length);
    const dialog = await planPage.editSelection();
    await dialog.type("Workload (person-days)", "7.5");
    await dialog.readPreview();
    const ofMost = items.filter(({ category }) => category === "AR").length;
    expect(ofMost, "one category needs two calls").toBeGreaterThan(MOST_IDS_A_CALL);
    const ledger = ledgerFromNow(simulator);
    await dialog.apply.click();
    await dialog.expectFinished({ Applied: items.length });
    const calls = ledger.writes("batchUpdateIpdIssues");
    const categories = new Set(items.map(({ category }) => category));
    expect(calls).toHaveLength(categories.size + 1);
    for (const { itemIds, fields } of calls) {
      expect(itemIds.length).toBeLessThanOrEqual(MOST_IDS_A_CALL);
      for (const id of itemIds)
        expect(simulator.store.ipdItem(id)).toMatchObject({ category: fields["category"], workloadManDays: "7.5" });
    }
    expect(ledger.twice()).toEqual([]);
  });
});

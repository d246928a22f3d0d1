import { expect, test } from "../support/journey.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { datedItemsOf, must, planNamed, projectOf } from "../support/world.ts";

const COUNT = 250;

test("250 work items are drawn a box over and dragged onto a plan: three calls, none twice, undated ones on the day of the drop", async ({
  plansPage,
  product,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Card vault");
  const before = plan.itemIds.size;
  const addable = simulator.store.scrumItemsOf(plan.projectId).filter(({ id }) => !plan.itemIds.has(String(id)));
  const chosen = addable.slice(0, COUNT);
  const undated = chosen.filter(({ begin, end }) => begin === null && end === null);
  expect(undated.length, "the made-up project has undated items").toBeGreaterThan(0);
  expect(projectOf(simulator, plan).kind).toBe("scrum");
  const ledger = ledgerFromNow(simulator);

  const planPage = await plansPage.openPlan(plan.name);
  const { backlog, timeline, linkDialog } = planPage;
  await timeline.expectRows(before);
  await planPage.setScale("Month");
  await planPage.openBacklog();
  await backlog.selectByBox(COUNT);
  expect(await backlog.rows.count(), "most rows of the box are not in the page").toBeLessThan(COUNT);
  await expect(backlog.spoken).toHaveText("250 selected");

  const known = await timeline.findInView(datedItemsOf(simulator, plan));
  const day = await backlog.dropOnto(timeline, known);
  await expect(linkDialog.dialog).toContainText("250 items");
  await linkDialog.confirm.click();
  await linkDialog.expectFinished({ Applied: COUNT + undated.length * 2 });
  await linkDialog.close.click();

  await timeline.expectRows(before + COUNT);
  // A parent shows its items' days, which may be out of view.
  const shown = must(
    undated.find(({ id }) => !simulator.store.hasChildren(id)),
    "undated item without children",
  );
  await planPage.find(shown.title);
  await timeline.expectBar(shown.title);

  const links = ledger.writes("linkIssues");
  expect(links.map(({ itemIds }) => itemIds.length).toSorted((left, right) => left - right)).toEqual([50, 100, 100]);
  expect(links.flatMap(({ itemIds }) => itemIds).toSorted()).toEqual(chosen.map(({ id }) => String(id)).toSorted());
  const dated = ledger.writes("updateIssue");
  expect(dated.flatMap(({ itemIds }) => itemIds).toSorted()).toEqual(undated.map(({ id }) => String(id)).toSorted());
  for (const { fields } of dated) expect(fields).toMatchObject({ begin_time: day, end_time: day });
  expect(ledger.twice()).toEqual([]);
});

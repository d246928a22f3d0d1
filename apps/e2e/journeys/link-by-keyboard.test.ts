import { expect, test } from "../support/journey.ts";
import { doubleDayAfter, pressAt, tabTo, typeInto, watchForPointer } from "../support/keyboard-only.ts";
import { openPlanByKeyboard } from "../support/open-plan-by-keyboard.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { must, planNamed } from "../support/world.ts";

const COUNT = 250;

test("250 work items are chosen and added to a plan by keyboard alone, and every step is spoken", async ({
  page,
  product,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Partner statements");
  const before = plan.itemIds.size;
  const addable = simulator.store.scrumItemsOf(plan.projectId).filter(({ id }) => !plan.itemIds.has(String(id)));
  const chosen = addable.slice(0, COUNT);
  const undated = chosen.filter(({ begin, end }) => begin === null && end === null);
  const day = doubleDayAfter(simulator.world.today);
  const ledger = ledgerFromNow(simulator);
  const pointerSigns = await watchForPointer(page);
  const { keyboard } = page;

  const person = must(simulator.credentials[0], "person");
  const { timeline, addWorkItems, backlog, linkDialog } = await openPlanByKeyboard(page, { person, plan });
  await timeline.expectRows(before);
  await pressAt(addWorkItems, "Enter");
  await expect(backlog.search, "the panel takes the focus").toBeFocused();

  await tabTo(backlog.list);
  await keyboard.press("Home");
  await keyboard.press("Space");
  await expect(backlog.spoken).toHaveText("1 selected");
  await backlog.extendByKeys(COUNT);
  await expect(backlog.spoken).toHaveText("250 selected");

  await typeInto(backlog.startUndatedOn, day.replace(/(\d+)-(\d+)-(\d+)/, "$2$3$1"));
  await expect(backlog.startUndatedOn).toHaveValue(day);
  await pressAt(backlog.addToPlan, "Enter");
  await expect(linkDialog.confirm, "the way on has the focus once the preview stands").toBeFocused();
  await keyboard.press("Enter");
  await linkDialog.expectFinished({ Applied: COUNT + undated.length * 2 });
  await expect(linkDialog.spoken).toContainText("Applied");
  await keyboard.press("Escape");
  await expect(linkDialog.dialog).toHaveCount(0);

  await timeline.expectRows(before + COUNT);
  const linked = ledger.writes("linkIssues").map(({ itemIds }) => itemIds.length);
  expect(linked.toSorted((left, right) => left - right)).toEqual([50, 100, 100]);
  expect(
    ledger
      .writes("linkIssues")
      .flatMap(({ itemIds }) => itemIds)
      .toSorted(),
  ).toEqual(chosen.map(({ id }) => String(id)).toSorted());
  expect(ledger.writes("updateIssue")).toHaveLength(undated.length);
  for (const { fields } of ledger.writes("updateIssue"))
    expect(fields).toMatchObject({ begin_time: day, end_time: day });
  expect(ledger.twice()).toEqual([]);
  expect(pointerSigns(), "no pointer was used").toEqual([]);
});

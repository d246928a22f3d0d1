import type { Page } from "@playwright/test";
import { chinaCalendar, createWorkingCalendar, shiftByWorkingDays } from "@gantry/schedule";
import { expect, test } from "../support/journey.ts";
import { doubleDayAfter, pressAt, tabTo, typeInto, watchForPointer } from "../support/keyboard-only.ts";
import { openPlanByKeyboard } from "../support/open-plan-by-keyboard.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { must, planNamed, scrumItem } from "../support/world.ts";

const COUNT = 40;
const SHIFT_DAYS = 3;

// A company of its own: other journeys give dates to the undated items of this project, and take most of the rest.
test.use({ productOptions: { simulator: { seed: 40 } } });

test("40 items are put on the plan, shifted by three working days, two of them linked, and all is undone, by keyboard alone", async ({
  page,
  product,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Partner statements");
  const before = plan.itemIds.size;
  const addable = simulator.store.scrumItemsOf(plan.projectId).filter(({ id }) => !plan.itemIds.has(String(id)));
  const chosen = addable.slice(0, COUNT);
  const calendar = createWorkingCalendar(chinaCalendar);
  const pointerSigns = await watchForPointer(page);
  const { keyboard } = page;

  const planPage = await openPlanByKeyboard(page, { person: must(simulator.credentials[0], "person"), plan });
  const { timeline, addWorkItems, backlog, linkDialog, selection, batchEdit } = planPage;
  await timeline.expectRows(before);

  await pressAt(addWorkItems, "Enter");
  await expect(backlog.search).toBeFocused();
  await tabTo(backlog.list);
  await keyboard.press("Home");
  await keyboard.press("Space");
  await backlog.extendByKeys(COUNT);
  await expect(backlog.spoken).toHaveText(`${COUNT} selected`);
  const day = doubleDayAfter(simulator.world.today);
  await typeInto(backlog.startUndatedOn, day.replace(/(\d+)-(\d+)-(\d+)/, "$2$3$1"));
  await pressAt(backlog.addToPlan, "Enter");
  await expect(linkDialog.confirm).toBeFocused();
  await keyboard.press("Enter");
  await expect(linkDialog.spoken).toContainText("Applied");
  await keyboard.press("Escape");
  await expect(linkDialog.dialog).toBeHidden();
  await timeline.expectRows(before + COUNT);
  await planPage.expectSelected(COUNT);

  const planned = chosen.map(({ id }) => scrumItem(simulator, id));
  const shifted = planned.map(({ id, begin, end }) => ({
    id,
    ...shiftByWorkingDays({ start: begin, end }, { workingDays: SHIFT_DAYS, calendar }),
  }));
  const ledger = ledgerFromNow(simulator);
  await pressAt(selection.getByRole("button", { name: "Shift dates" }), "Enter");
  await typeInto(batchEdit.dialog.getByLabel("Working days to shift by"), String(SHIFT_DAYS));
  await pressAt(batchEdit.preview, "Enter");
  await expect(batchEdit.changes).toBeVisible();
  await pressAt(batchEdit.apply, "Enter");
  await batchEdit.expectNothingFailed();
  await keyboard.press("Escape");
  await expect(batchEdit.dialog).toBeHidden();
  for (const { id, start, end } of shifted) expect(scrumItem(simulator, id)).toMatchObject({ begin: start, end });
  expect(ledger.twice()).toEqual([]);

  await tabTo(timeline.rows);
  await keyboard.press("Escape");
  await expect(timeline.spoken).toHaveText("0 selected");
  await keyboard.press("Home");
  const [from, to] = await timeline.goToTwoBars();
  await keyboard.press("l");
  await expect(timeline.spoken).toContainText(`Link from ${from}`);
  await keyboard.press("ArrowDown");
  await expect(timeline.spoken).toHaveText(`${from} to ${to}, finish to start`);
  await keyboard.press("t");
  await expect(timeline.spoken).toHaveText(`${from} to ${to}, start to start`);
  await keyboard.press("Enter");
  await expect(timeline.spoken).toHaveText(`${from} linked to ${to}, start to start`);
  await expect.poll(() => linksOf(page, plan.projectId)).toEqual(["SS"]);
  await expect(planPage.messages).toContainText("Link drawn.");

  await keyboard.press("ControlOrMeta+z");
  await expect(planPage.messages).toContainText("Links put back.");
  expect(await linksOf(page, plan.projectId)).toEqual([]);
  ledger.restart();
  await keyboard.press("ControlOrMeta+z");
  const putBack = page.getByRole("dialog", { name: /^Undo / }).getByRole("button", { name: /^Put back/ });
  await expect(putBack, "what would be put back is seen first").toBeFocused();
  await keyboard.press("Enter");
  for (const { id, begin, end } of planned)
    await expect.poll(() => scrumItem(simulator, id)).toMatchObject({ begin, end });
  expect(ledger.twice()).toEqual([]);
  expect(pointerSigns(), "no pointer was used").toEqual([]);
});

/** Types of the links that Gantry keeps of a project. */
async function linksOf(page: Page, projectId: string): Promise<string[]> {
  const answer = await page.request.get(`/api/projects/${projectId}/dependencies`);
  const { items }: { items: { type: string }[] } = await answer.json();
  return items.map(({ type }) => type);
}

import { ChangeSetPage } from "../pages/change-set-page.ts";
import { expect, test } from "../support/journey.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { openAs } from "../support/open-as.ts";
import { startChangeSet } from "../support/start-change-set.ts";
import { datedItemsOf, must, planNamed, scrumItem } from "../support/world.ts";

const COUNT = 12;
const PROGRESS = 37;
const OTHERS_PROGRESS = 64;

test("a colleague follows a running change set and cannot steer it; a stranger never learns of it; undo leaves what a colleague changed since, and redo brings the rest back", async ({
  plansPage,
  product,
  browser,
  page,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Refund flows");
  const items = datedItemsOf(simulator, plan)
    .filter(({ doneRatio }) => doneRatio !== PROGRESS)
    .slice(0, COUNT);
  expect(items).toHaveLength(COUNT);
  const itemIds = items.map(({ id }) => String(id));
  const ledger = ledgerFromNow(simulator);
  simulator.faults.add({ when: { operation: "updateIssue" }, do: { kind: "delay", ms: 1_500 } });
  const { projectId, id: planId } = plan;
  const edits = [{ how: "set", field: "progress", value: PROGRESS }] as const;
  const id = await startChangeSet(plansPage.page, { kind: "edit", projectId, planId, itemIds, edits });

  const colleague = await openAs("chen.hao", { browser, product });
  await colleague.goto("/changes");
  const line = colleague.getByRole("row").filter({ hasText: `Edit ${COUNT} work items` });
  await expect(line).toContainText("Zhao Min");
  await line.getByRole("link").first().click();
  const theirs = new ChangeSetPage(colleague);
  await expect(theirs.progress).toBeVisible();
  await expect(theirs.pause).toHaveCount(0);
  await expect(theirs.undo).toHaveCount(0);
  simulator.faults.clear();
  await theirs.expectDone(COUNT);
  await theirs.expectOutcomes({ Applied: COUNT });
  await colleague.context().close();

  const stranger = await openAs("yan.mei", { browser, product });
  await stranger.goto("/changes");
  await expect(stranger.getByRole("heading", { name: "Changes", level: 1 })).toBeVisible();
  await expect(stranger.getByText(`Edit ${COUNT} work items`)).toHaveCount(0);
  const answer = await stranger.request.get(`/api/change-sets/${id}`);
  expect(answer.status()).toBe(404);
  await stranger.context().close();

  const touched = must(itemIds[3], "item");
  simulator.editAsSomeoneElse({ itemId: touched, fields: { done_ratio: OTHERS_PROGRESS } });
  const own = new ChangeSetPage(page);
  await own.open(id);
  const dialog = await own.previewUndo();
  await expect(dialog).toContainText("1 was changed by somebody since. It is left alone.");
  await own.putBack();
  await own.expectDone(COUNT);
  await own.expectOutcomes({ Conflict: 1, Applied: COUNT - 1 });
  for (const { id: itemId, doneRatio } of items) {
    const expected = String(itemId) === touched ? OTHERS_PROGRESS : doneRatio;
    expect(scrumItem(simulator, itemId).doneRatio).toBe(expected);
  }

  await own.previewUndo();
  await own.putBack();
  await own.expectDone(COUNT - 1);
  for (const itemId of itemIds)
    expect(scrumItem(simulator, itemId).doneRatio).toBe(itemId === touched ? OTHERS_PROGRESS : PROGRESS);
  const ours = ledger.writes().filter(({ itemIds: [itemId] }) => itemId === touched);
  expect(ours, "written once by the edit, once by the colleague, and never again").toHaveLength(2);
});

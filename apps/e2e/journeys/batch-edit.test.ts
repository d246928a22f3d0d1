import { occurring } from "../support/counts.ts";
import { expect, test } from "../support/journey.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { must, planNamed, projectOf, scrumItem } from "../support/world.ts";

const COUNT = 40;
const HIGH = 3;

test("40 work items are changed at once, 3 of them fail, are retried, and all is undone", async ({
  plansPage,
  product,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Ledger migration");
  const person = must(projectOf(simulator, plan).members.at(-1)?.person, "member");
  const planPage = await plansPage.openPlan(plan.name);
  await planPage.selectFirstRows(COUNT);
  const dialog = await planPage.editSelection();
  await expect(dialog.dialog).toHaveAccessibleName(`Edit ${COUNT} work items`);
  await dialog.choose("Assignee", person.nickName);
  await dialog.choose("Priority", "High");

  const ids = await dialog.readPreview();
  expect(new Set(ids).size).toBe(COUNT);
  const before = ids.map((id) => scrumItem(simulator, id));
  const toAssign = before.filter(({ assigneeNumber }) => assigneeNumber !== person.userNumber);
  const toRaise = before.filter(({ priorityId }) => priorityId !== HIGH);
  const changes = toAssign.length + toRaise.length;
  await expect(dialog.apply).toHaveText(`Apply ${changes} changes`);

  const failing = toAssign.filter((item) => toRaise.includes(item)).slice(0, 3);
  expect(failing).toHaveLength(3);
  const failingIds = failing.map(({ id }) => String(id));
  // The V2 call answers "success" and lists the item among the errors; the V4 call refuses with a code.
  simulator.faults.add({
    when: { operation: "batchEditIssues" },
    do: { kind: "partial-failure", itemIds: failingIds },
  });
  for (const itemId of failingIds)
    simulator.faults.add({
      when: { operation: "updateIssue", itemId },
      do: { kind: "status", status: 400, body: { error_code: "PM.02175202", error_msg: "In change review." } },
    });

  const ledger = ledgerFromNow(simulator);
  await dialog.apply.click();
  await dialog.expectFinished({ Failed: 6, Applied: changes - 6 });
  const changeSet = await planPage.seeChangeSet();
  await changeSet.expectOutcomes({ Failed: 6, Applied: changes - 6 });
  await changeSet.tab("Failed").click();
  await expect(changeSet.rows).toHaveCount(6);
  for (const { title } of failing) await expect(changeSet.rows.filter({ hasText: title })).toHaveCount(2);
  await expect(changeSet.rows.filter({ hasText: "PM.02175202" })).toHaveCount(3);
  await expect(changeSet.rows.filter({ hasText: "CodeArts refused it" })).not.toHaveCount(0);
  expect(ledger.twice()).toEqual([]);

  simulator.faults.clear();
  await changeSet.tab("All").click();
  await changeSet.retryFailed.click();
  await changeSet.expectOutcomes({ Applied: changes });
  for (const id of ids)
    expect(scrumItem(simulator, id)).toMatchObject({ assigneeNumber: person.userNumber, priorityId: HIGH });
  expect(ledger.twice(), "within the change set").toEqual([]);

  ledger.restart();
  await changeSet.previewUndo();
  await changeSet.putBack();
  await changeSet.expectDone(changes);
  // Nothing in CodeArts takes an assignee away again: those are told, not hidden.
  const unassigned = toAssign.filter(({ assigneeNumber }) => assigneeNumber === null).length;
  await changeSet.expectOutcomes(occurring({ Failed: unassigned, Applied: changes - unassigned }));
  for (const { id, priorityId, assigneeNumber } of before)
    expect(scrumItem(simulator, id)).toMatchObject({
      priorityId,
      assigneeNumber: assigneeNumber ?? person.userNumber,
    });
  expect(ledger.twice(), "within the undo").toEqual([]);
});

import { BatchEditDialog } from "../pages/batch-edit-dialog.ts";
import { LinkDialog } from "../pages/link-dialog.ts";
import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/journey.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { planNamed } from "../support/world.ts";

test("items on no plan are edited at once and put on a plan, and the list follows", async ({
  plansPage,
  page,
  product,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Depot planner");
  await expect(plansPage.table).toBeVisible();
  await page.getByRole("link", { name: "Coverage" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Coverage" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /projects, read (?:.* ago|just now)/ })).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole("navigation", { name: "Projects" }).getByRole("button", { name: "Fleet" }).click();

  const table = page.getByRole("table", { name: "On no plan: Fleet" });
  const planned = new Set(simulator.store.plansOf(plan.projectId).flatMap(({ itemIds }) => [...itemIds]));
  const [first, second] = simulator.store
    .scrumItemsOf(plan.projectId)
    .filter(({ id, statusId }) => !planned.has(String(id)) && statusId < 5)
    .map(({ id }) => String(id));
  const wanted = [first ?? "", second ?? ""];
  const rowOf = (id: string) => table.getByRole("row").filter({ has: page.getByText(id, { exact: true }) });
  for (const id of wanted) await rowOf(id).getByRole("checkbox").check();
  const toolbar = page.getByRole("toolbar", { name: "Selection" });
  await expect(toolbar).toContainText("2 selected");
  await expectAccessible(page);

  const ledger = ledgerFromNow(simulator);
  await toolbar.getByRole("button", { name: "Edit" }).click();
  const edit = new BatchEditDialog(page);
  await edit.type("Progress", "37");
  expect((await edit.readPreview()).toSorted()).toEqual(wanted.toSorted());
  await edit.apply.click();
  await edit.expectNothingFailed();
  const applied = ledger.writes().map(({ itemIds, fields }) => `${itemIds.join()}: ${String(fields["done_ratio"])}`);
  expect(applied.toSorted()).toEqual(wanted.map((id) => `${id}: 37`).toSorted());
  await edit.dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(edit.dialog).toHaveCount(0);

  await toolbar.getByRole("button", { name: "Add to plan" }).click();
  const choice = page.getByRole("dialog", { name: "Add 2 work items to a plan" });
  await choice.getByRole("combobox", { name: "Gantt chart" }).click();
  await page.getByRole("option", { name: plan.name }).click();
  await choice.getByRole("button", { name: "Preview" }).click();
  const link = new LinkDialog(page);
  await link.confirm.click();
  await link.expectFinished({ Applied: 2 });
  expect(wanted.filter((id) => simulator.store.plan(plan.id)?.itemIds.has(id) === true)).toEqual(wanted);
  expect(ledger.twice()).toEqual([]);
  await link.close.click();
  for (const id of wanted) await expect(rowOf(id)).toHaveCount(0);
  await expect(toolbar).toHaveCount(0);
});

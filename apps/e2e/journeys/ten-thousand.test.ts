import { readFile } from "node:fs/promises";
import { ChangeSetPage } from "../pages/change-set-page.ts";
import { expect, test } from "../support/journey.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { startChangeSet } from "../support/start-change-set.ts";
import { must, planNamed, projectOf } from "../support/world.ts";

const ITEMS = 10_000;
const ON_PLAN = 400;
const REFUSED = 3;
const REFUSAL = "PM.02152001";

test.use({
  productOptions: { simulator: { scale: { items: ITEMS + ON_PLAN + 100, plans: 2, biggestPlan: ON_PLAN } } },
  allowedNoise: [
    /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED/,
  ],
});

test("10,000 changes are paused, outlive a crash, and the truth of each is found, filed and mended", async ({
  plansPage,
  product,
  page,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, `Programme ${ON_PLAN}`);
  const linked = () => planNamed(simulator, plan.name).itemIds;
  const itemIds = simulator.store
    .scrumItemsOf(projectOf(simulator, plan).id)
    .map(({ id }) => String(id))
    .filter((id) => !linked().has(id))
    .slice(0, ITEMS);
  expect(itemIds).toHaveLength(ITEMS);
  const refused = itemIds.filter((_, index) => index % 4_000 === 17);
  expect(refused).toHaveLength(REFUSED);
  for (const itemId of refused)
    simulator.faults.add({
      when: { operation: "linkIssues", itemId },
      do: { kind: "status", status: 400, body: { error_code: REFUSAL, error_msg: "The work item does not exist." } },
    });
  // Slow enough to be stepped in, and held before its end so that it is so on any machine; faster once that is done.
  const when = { operation: "linkIssues", itemId: must(itemIds.at(-1), "item") };
  const held = simulator.faults.add({ when, do: { kind: "hold" } });
  const slow = simulator.faults.add({ when: { operation: "linkIssues" }, do: { kind: "delay", ms: 1_500 } });
  const ledger = ledgerFromNow(simulator);
  const linkedSince = () => ledger.writes("linkIssues").flatMap((entry) => entry.itemIds);
  const changeSet = new ChangeSetPage(plansPage.page);
  const { projectId, id: planId } = plan;
  await changeSet.open(await startChangeSet(page, { kind: "link", projectId, planId, itemIds }));

  await expect.poll(() => linkedSince().length).toBeGreaterThan(500);
  await changeSet.pause.click();
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
  await expect(changeSet.tab("Sending")).toBeHidden();
  const whilePaused = linkedSince().length;
  expect(whilePaused).toBeLessThan(ITEMS);
  await page.reload();
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
  expect(linkedSince(), "nothing is sent while it is paused").toHaveLength(whilePaused);
  const shown = await changeSet.done();
  slow.remove();
  const slower = simulator.faults.add({ when: { operation: "linkIssues" }, do: { kind: "delay", ms: 500 } });
  const progressSeen = await changeSet.watchProgress();
  await changeSet.resume.click();

  await expect.poll(() => linkedSince().length).toBeGreaterThan(3_000);
  await product.crashAndRestart();
  expect(linkedSince().length, "it was still under way").toBeLessThan(ITEMS - REFUSED);
  slower.remove();
  await expect.poll(() => changeSet.done()).toBeGreaterThan(shown);
  held.remove();
  await expect(page.getByText("Finished", { exact: true })).toBeVisible({ timeout: 200_000 });
  await changeSet.expectOutcomes({ Failed: REFUSED, Applied: ITEMS - REFUSED });
  expect(itemIds.filter((id) => !linked().has(id))).toEqual(refused);
  const seen = await progressSeen();
  expect(seen, "progress never went back").toEqual(seen.toSorted((left, right) => left - right));
  expect(new Set(seen).size, "and was there to be seen").toBeGreaterThan(1);

  await changeSet.rows.first().getByRole("button").focus();
  await page.keyboard.press("End");
  await expect(changeSet.results.locator(`[aria-rowindex="${ITEMS + 1}"]`)).toContainText("Applied");
  await changeSet.filterByCode(REFUSAL);
  await expect(changeSet.rows).toHaveCount(REFUSED);
  await expect(changeSet.rows.first()).toContainText("CodeArts did not take a value");

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  const file = await readFile(await (await downloading).path(), "utf8");
  const inFile = [...file.matchAll(/^(\d+),/gm)].map(([, id]) => id);
  expect(inFile, "every change once").toHaveLength(ITEMS);
  expect(new Set(inFile), "whatever the page shows").toEqual(new Set(itemIds));
  expect(file.split(`,${REFUSAL},`).length - 1).toBe(REFUSED);

  simulator.faults.clear();
  await changeSet.retryFailed.click();
  await changeSet.expectOutcomes({ Applied: ITEMS });
  expect(itemIds.filter((id) => !linked().has(id))).toEqual([]);
  expect(ledger.twice(), "none twice").toEqual([]);
});

import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/journey.ts";
import { planNamed, scrumItemsOf } from "../support/world.ts";

async function takeFile(page: Page, name: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a plan's burn-up is looked at, read as a table and taken away; on a phone in Chinese axe finds nothing", async ({
  plansPage,
  page,
  product,
}) => {
  const plan = planNamed(product.simulator, "Workshop booking");
  const items = scrumItemsOf(product.simulator, plan);
  const parents = new Set(items.map(({ parentId }) => parentId));
  const leaves = items.filter(({ id }) => !parents.has(id));
  const closed = leaves.filter(({ statusId }) => statusId >= 5).length;

  await plansPage.openPlan(plan.name);
  await page.getByRole("link", { name: "Trends" }).click();
  const chart = page.getByRole("slider", { name: `Burn-up of ${plan.name}, day by day` });
  await expect(chart).toHaveAttribute("aria-valuetext", new RegExp(`: ${closed} of ${leaves.length} done`));
  await chart.press("Home");
  await expect(chart).toHaveAttribute("aria-valuenow", "0");

  const csv = await takeFile(page, /^CSV/);
  expect(csv.name).toMatch(/^Trends \d{4}-\d\d-\d\d\.csv$/);
  const lines = csv.bytes.toString("utf8").trimEnd().split("\r\n");
  expect(lines).toHaveLength(91);
  expect(lines[1]?.split(",").slice(1, 3)).toEqual([String(leaves.length), String(closed)]);
  const png = await takeFile(page, /^PNG/);
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");

  await page.getByRole("radio", { name: "Table" }).click();
  const table = page.getByRole("table", { name: `Burn-up of ${plan.name}, day by day` });
  await expect(table.getByRole("row")).toHaveCount(91);
  await expect(page).toHaveURL(/view=table/);
  await expectAccessible(page);

  await page.goto("/settings");
  await page.getByRole("radio", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("设置");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/trends?days=180");
  await expect(page.getByRole("status").filter({ hasText: /个项目，(?:刚刚|.*前)读取/ })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole("slider")).toBeVisible();
  await expectAccessible(page);
});

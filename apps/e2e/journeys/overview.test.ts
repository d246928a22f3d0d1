import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/journey.ts";
import { must, planNamed } from "../support/world.ts";

// A product of their own: one holds a project's reading.
test.use({ productOptions: { simulator: { seed: "overview" } } });

test("in the chart a project folds and a plan opens into its items by the keyboard; nothing is wrong for axe, on a phone and in Chinese", async ({
  plansPage,
  product,
  page,
}) => {
  const plan = planNamed(product.simulator, "Refund flows");
  await expect(page.getByText("41 plans in 5 projects, read")).toBeVisible();
  await page.getByRole("button", { name: "Group by project" }).click();
  await expect(plansPage.table.getByRole("button", { name: "Atlas Payments" })).toHaveAttribute(
    "aria-expanded",
    "true",
  );
  await page.getByRole("radio", { name: "Timeline" }).click();
  const chart = page.getByRole("treegrid");
  const planRow = chart.getByRole("row", { name: new RegExp(`^${plan.name}, `) });
  await expect(planRow).toHaveAttribute("aria-expanded", "false");
  await planRow.focus();
  await page.keyboard.press("ArrowRight");
  await expect(planRow).toHaveAttribute("aria-expanded", "true");
  await expect(chart.locator('[role="row"][aria-level="3"]').first()).toBeVisible();
  await expect(page).toHaveURL(/open=/);
  await expectAccessible(page);
  await planRow.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: plan.name })).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/settings");
  await page.getByRole("radio", { name: "简体中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  const ready = { table: page.getByRole("table"), cards: page.getByRole("list", { name: "计划" }), timeline: chart };
  for (const view of ["table", "cards", "timeline"] as const)
    await test.step(view, async () => {
      await page.goto(`/?view=${view}&group=project`);
      await expect(ready[view]).toBeVisible();
      await expectAccessible(page);
    });
});

test("while a project is read again, what was known stays, with how old it is, and nobody loses what is typed", async ({
  plansPage,
  product,
  page,
}) => {
  const { simulator } = product;
  const fleet = must(
    simulator.world.projects.find(({ name }) => name === "Fleet"),
    "project",
  );
  const health = plansPage.table
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: "Charging network", exact: true }) })
    .getByRole("button", { name: /^(Late|At risk|On track|Stale)/ });
  await expect(page.getByText("41 plans in 5 projects, read")).toBeVisible();
  await expect(health).toBeVisible();

  const held = simulator.faults.add({ when: { operation: "listPlans", path: fleet.id }, do: { kind: "hold" } });
  // The server waits no more than so long for CodeArts: a machine that looked too late looks again.
  await expect(async () => {
    await page.getByRole("button", { name: "Read again" }).click();
    await expect(page.getByText(/as of \d\d:\d\d, \d of 5 projects read/)).toBeVisible({ timeout: 5_000 });
    await expect(page.getByRole("progressbar")).toHaveAttribute("aria-valuemax", "5", { timeout: 5_000 });
  }).toPass();
  await expect(plansPage.table.getByRole("link")).toHaveCount(41);
  await expect(health).toBeVisible();
  await plansPage.search.fill("charging");
  await expect(plansPage.table.getByRole("link")).toHaveCount(1);
  held.remove();
  await expect(page.getByText(/41 plans in 5 projects, read/)).toBeVisible();
  await expect(plansPage.search).toHaveValue("charging");
  await expect(page.getByRole("progressbar")).toHaveCount(0);
});

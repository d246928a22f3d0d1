import { follow } from "../pages/plans-page.ts";
import { expect, test } from "../support/journey.ts";

test.describe("plans", () => {
  test("every plan of every project is there, with what it adds up to", async ({ plansPage, page }) => {
    await expect(plansPage.table.getByRole("link")).toHaveCount(41);
    for (const column of ["Items", "Done", "Overdue", "Unscheduled", "Unassigned"])
      await expect(plansPage.table.getByRole("columnheader", { name: column })).toBeVisible();
    await expect(page.getByText("41 plans in 5 projects")).toBeVisible();
  });

  test("search, filters and sort live in the URL and come back with it", async ({ plansPage, page }) => {
    await plansPage.search.fill("firmware");
    await expect(plansPage.table.getByRole("link")).toHaveCount(1);
    // What is typed is in the table first, and in the address a moment later.
    await expect(page).toHaveURL(/q=firmware/);
    await page.reload();
    await expect(plansPage.search).toHaveValue("firmware");
    await expect(plansPage.table.getByRole("link")).toHaveCount(1);
    await follow(plansPage.table.getByRole("link"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Firmware/);
    await page.goBack();
    await expect(plansPage.search).toHaveValue("firmware");
  });

  test("a plan that is opened while the search still rests from typing stays open", async ({ plansPage, page }) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/plan-screen.*\.js/, async (route) => {
      await released;
      await route.continue();
    });
    await expect(plansPage.table.getByRole("link")).toHaveCount(41);
    await page.clock.install();
    await plansPage.search.fill("firmware");
    await follow(plansPage.plan("Firmware train 26.2"));
    // The plan's page is still on its way when the text is due in the address.
    await page.clock.fastForward(5_000);
    release();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Plans");
    await expect(page).toHaveURL(/\/plans\//);
  });

  test("a search that finds nothing says so and offers the way back", async ({ plansPage, page }) => {
    await plansPage.search.fill("no such plan anywhere");
    await page
      .getByRole("button", { name: /clear|reset/i })
      .first()
      .click();
    await expect(plansPage.table.getByRole("link")).toHaveCount(41);
  });

  test("one project that fails leaves the others standing, and another try reads it alone", async ({
    page,
    product,
    plansPage,
  }) => {
    const project = product.simulator.world.projects.find(({ name }) => name === "Harbor IoT");
    await expect(plansPage.plan("Checkout 3.0")).toBeVisible();
    const fault = product.simulator.faults.add({
      when: { operation: "listPlans", path: project?.id ?? "no such project" },
      do: { kind: "status", status: 403, body: { error_code: "PM.00000014", error_msg: "No permission" } },
    });
    // While the first reading goes on, another is not begun.
    await expect(async () => {
      await page.getByRole("button", { name: "Read again" }).click();
      await expect.poll(() => fault.fired(), { timeout: 5_000 }).toBeGreaterThan(0);
    }).toPass();
    await expect(page.getByText("PM.00000014")).toBeVisible();
    await expect(plansPage.table.getByRole("link").first()).toBeVisible();
    await expect(plansPage.table.getByRole("link")).toHaveCount(41);
    // Pressed while it still fails: a look in the background would take the button away.
    const asked = page.waitForRequest((request) => new URL(request.url()).searchParams.get("project") === project?.id);
    const again = page.getByRole("button", { name: "Try again" });
    await again.click();
    await asked;
    fault.remove();
    await expect(async () => {
      if (await again.isVisible()) await again.click({ timeout: 1_000 });
      await expect(page.getByText("PM.00000014")).toHaveCount(0, { timeout: 5_000 });
    }).toPass();
    await expect(plansPage.plan("Checkout 3.0")).toBeVisible();
  });
});

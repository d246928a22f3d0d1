import { AppShell } from "../pages/app-shell.ts";
import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/journey.ts";
import { must } from "../support/world.ts";

test.describe("sign in", () => {
  test("a person signs in and sees the plans, signs out and sees nothing of them", async ({ plansPage, page }) => {
    await expect(plansPage.plan("Checkout 3.0")).toBeVisible();
    await new AppShell(page).signOut();
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expect(page.getByText("Checkout 3.0")).toHaveCount(0);
  });

  test("signing out ends the session at once: its cookie opens nothing any more", async ({ plansPage, page }) => {
    const cookies = await page.context().cookies();
    await expect(page.request.get("/api/overview")).resolves.toBeOK();
    await new AppShell(plansPage.page).signOut();
    await page.context().addCookies(cookies);
    const answer = await page.request.get("/api/overview");
    expect(answer.status()).toBe(401);
    expect(await answer.text()).not.toContain("Checkout");
  });

  test("the page that was asked for opens after signing in", async ({ page, signInPage, product }) => {
    await page.goto("/changes");
    await signInPage.fill(must(product.simulator.credentials[0], "person"));
    await signInPage.submit.click();
    await expect(page.getByRole("heading", { name: "Changes", level: 1 })).toBeVisible();
  });

  test.describe("with a wrong password", () => {
    test.use({ allowedNoise: [/401/] });

    test("it says so, keeps what was typed, and sends it to IAM once", async ({ signInPage, product, page }) => {
      const person = must(product.simulator.credentials[1], "person");
      await signInPage.open();
      const before = product.simulator.ledger.calls("issueToken");
      await signInPage.fill({ ...person, password: "not the password" });
      await signInPage.submit.click();
      await expect(page.getByRole("alert")).toContainText("Wrong user name or password");
      await expect(signInPage.userName).toHaveValue(person.userName);
      expect(product.simulator.ledger.calls("issueToken") - before).toBe(1);
      await expectAccessible(page);
    });
  });
});

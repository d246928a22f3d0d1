import { expect, expectAccessible, test } from "../support/journey.ts";

test.describe("sign in", () => {
  test("a person signs in and sees the plans, signs out and sees nothing of them", async ({ plansPage, page }) => {
    await expect(plansPage.plan("Checkout 3.0")).toBeVisible();
    await page.getByRole("button", { name: /Zhao Min/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expect(page.getByText("Checkout 3.0")).toHaveCount(0);
  });

  test("the page that was asked for opens after signing in", async ({ page, signInPage, product }) => {
    await page.goto("/changes");
    await signInPage.fill(firstOf(product.simulator.credentials));
    await signInPage.submit.click();
    await expect(page.getByRole("heading", { name: "Changes", level: 1 })).toBeVisible();
  });

  test.describe("with a wrong password", () => {
    test.use({ allowedNoise: [/401/] });

    test("it says so, keeps what was typed, and sends it to IAM once", async ({ signInPage, product, page }) => {
      const person = product.simulator.credentials[1] ?? firstOf(product.simulator.credentials);
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

function firstOf<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error("The list is empty");
  return first;
}

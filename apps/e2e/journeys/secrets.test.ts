import { AppShell } from "../pages/app-shell.ts";
import { expect, test } from "../support/journey.ts";
import { passwordsOf, secretsIn } from "../support/secrets.ts";
import { must } from "../support/world.ts";

test.describe("secrets", () => {
  test("the search that ends every journey would find them", async ({ product }) => {
    const person = must(product.simulator.credentials[0], "person");
    const answer = await fetch(`${product.upstreamUrl}/v3/auth/tokens`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        auth: {
          identity: {
            methods: ["password"],
            password: {
              user: { name: person.userName, password: person.password, domain: { name: person.account } },
            },
          },
          scope: { project: { name: "cn-north-4" } },
        },
      }),
    });
    const token = must(answer.headers.get("x-subject-token"), "token");
    const known = { passwords: passwordsOf(product), sessions: ["a-session-id"] };
    expect(secretsIn(`{"token":"${token}"}`, known)).toEqual(["an IAM token"]);
    expect(secretsIn(`password=${person.password}`, known)).toEqual(["a password"]);
    expect(secretsIn("id: a-session-id", known)).toEqual(["a session id"]);
    expect(secretsIn("nothing of the kind", known)).toEqual([]);
  });

  test("the session is a cookie that scripts cannot read and other sites cannot send", async ({ plansPage, page }) => {
    await expect(plansPage.table).toBeVisible();
    const cookies = await page.context().cookies();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: "Strict", path: "/" });
    expect(await page.evaluate(() => document.cookie)).toBe("");
  });

  test.describe("when CodeArts itself repeats the token in an answer", () => {
    test.use({ allowedNoise: [/Failed to load resource/] });

    test("it goes no further than the server", async ({ plansPage, product, page }) => {
      await expect(plansPage.table).toBeVisible();
      await expect(page.getByText("41 plans in 5 projects")).toBeVisible();
      const echo = product.simulator.faults.add({ when: { operation: "listPlans" }, do: { kind: "echo-token" } });
      // While the first reading goes on, another is not begun.
      await expect(async () => {
        await page.getByRole("button", { name: "Read again" }).click();
        expect(echo.fired()).toBeGreaterThan(0);
      }).toPass();
      await new AppShell(page).goTo("Changes");
    });
  });
});

import { follow } from "../pages/plans-page.ts";
import { expect, test } from "../support/journey.ts";
import { foreignWords } from "../support/latin-words.ts";
import { must, planNamed } from "../support/world.ts";

test.describe("Chinese", () => {
  test("the whole way from sign-in to a plan speaks Chinese, and the page says which language it is", async ({
    page,
    product,
  }) => {
    const { simulator } = product;
    const person = must(simulator.credentials[0], "person");
    const plan = planNamed(simulator, "Fraud rules");
    const html = page.locator("html");
    const heading = page.getByRole("heading", { level: 1 });
    const expectNoEnglish = async () => expect(await foreignWords(page, simulator.world)).toEqual([]);

    await page.goto("/sign-in");
    await expect(html).toHaveAttribute("lang", "en");
    await page.getByRole("button", { name: "简体中文" }).click();
    await expect(html).toHaveAttribute("lang", "zh-CN");
    await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
    await expectNoEnglish();
    await page.getByLabel("账号").fill(person.account);
    await page.getByLabel("用户名").fill(person.userName);
    await page.getByLabel("密码", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "登录", exact: true }).click();

    await expect(heading).toHaveText("计划");
    await expect(page.getByRole("link", { name: plan.name })).toBeVisible();
    await expect(page).toHaveTitle(/计划/);
    await expectNoEnglish();

    await follow(page.getByRole("link", { name: plan.name }));
    await expect(heading).toHaveText(plan.name);
    await expect(page.getByRole("treegrid", { name: "工作项" })).toBeVisible();
    await page.getByRole("button", { name: "添加工作项" }).click();
    await expect(page.getByRole("complementary").getByRole("option").first()).toBeVisible();
    await expectNoEnglish();

    await page.goto("/changes");
    await expect(heading).toHaveText("变更");
    await expectNoEnglish();
    await page.goto("/settings");
    await expect(heading).toHaveText("设置");
    await expectNoEnglish();
  });

  test("the language is changed in the settings at once, and stays after loading anew", async ({ plansPage, page }) => {
    await expect(plansPage.table).toBeVisible();
    await page.goto("/settings");
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText("Settings");
    await page.getByRole("radio", { name: "简体中文" }).click();
    await expect(heading).toHaveText("设置");
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await page.reload();
    await expect(heading).toHaveText("设置");
    await page.getByRole("radio", { name: "English" }).click();
    await expect(heading).toHaveText("Settings");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});

import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/journey.ts";
import { planNamed, projectOf, scrumItemsOf } from "../support/world.ts";

test("a plan is shared without names and titles, read by somebody without a session, and gone at once when revoked", async ({
  plansPage,
  product,
  browser,
  page,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Dunning letters");
  await plansPage.openPlan(plan.name);
  const share = page.getByRole("button", { name: "Share", exact: true });
  const dialog = page.getByRole("dialog", { name: `Share ${plan.name}` });
  await share.click();
  await expect(dialog.getByRole("checkbox", { name: "Names of people" })).toBeChecked();
  await dialog.getByRole("checkbox", { name: "Titles of work items" }).check();
  await expect(dialog.getByRole("figure", { name: "A reader sees" }).getByText("hidden")).toHaveCount(2);
  await dialog.getByRole("button", { name: "Make link" }).click();
  const link = dialog.getByRole("textbox", { name: "Link" });
  await expect(link).toHaveValue(/\/s\//);
  await expectAccessible(page);
  const address = await link.inputValue();

  const outside = await browser.newContext();
  const reader = await outside.newPage();
  const sent: string[] = [];
  reader.on("response", async (response) => {
    if (response.url().includes("/api/")) sent.push(await response.text().catch(() => ""));
  });
  await reader.goto(address);
  await expect(reader.getByRole("heading", { name: plan.name, level: 1 })).toBeVisible();
  await expect(reader.getByText("Read only", { exact: true })).toBeVisible();
  await expect(reader.getByText(/^As of /)).toBeVisible();
  const grid = reader.getByRole("treegrid").or(reader.getByRole("grid"));
  await expect(grid.first()).toHaveAttribute("aria-rowcount", String(plan.itemIds.size + 1));
  await expectAccessible(reader);
  expect(await outside.cookies()).toEqual([]);
  const seen = `${await reader.locator("body").innerText()} ${sent.join(" ")}`;
  for (const { title } of scrumItemsOf(simulator, plan)) expect(seen).not.toContain(title);
  for (const { person } of projectOf(simulator, plan).members) expect(seen).not.toContain(person.nickName);

  const phone = await browser.newContext({
    locale: "zh-CN",
    colorScheme: "dark",
    viewport: { width: 390, height: 844 },
  });
  const small = await phone.newPage();
  await small.goto(address);
  await expect(small.getByText("只读", { exact: true })).toBeVisible();
  await expect(small.getByRole("treegrid").or(small.getByRole("grid")).first()).toBeVisible();
  await expectAccessible(small);
  await phone.close();

  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await share.click();
  await dialog.getByRole("button", { name: `Revoke the link to ${plan.name}` }).click();
  await expect(page.getByText(`The link to ${plan.name} is revoked.`, { exact: false })).toBeVisible();
  await reader.reload();
  await expect(reader.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await expectAccessible(reader);
  const revoked = await reader.locator("body").innerText();
  await reader.goto(new URL("/s/made-up", address).href);
  await expect(reader.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await expect.poll(() => reader.locator("body").innerText()).toBe(revoked);
  await outside.close();
});

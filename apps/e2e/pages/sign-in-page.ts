import { expect, type Locator, type Page } from "@playwright/test";
import { PlansPage } from "./plans-page.ts";

export type Person = { account: string; userName: string; password: string };

export class SignInPage {
  readonly page: Page;
  readonly account: Locator;
  readonly userName: Locator;
  readonly password: Locator;
  readonly submit: Locator;

  constructor(page: Page) {
    this.page = page;
    this.account = page.getByLabel("Account");
    this.userName = page.getByLabel("User name");
    this.password = page.getByLabel("Password", { exact: true });
    this.submit = page.getByRole("button", { name: "Sign in" });
  }

  async open(): Promise<void> {
    await this.page.goto("/sign-in");
    await expect(this.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  }

  async fill({ account, userName, password }: Person): Promise<void> {
    await this.account.fill(account);
    await this.userName.fill(userName);
    await this.password.fill(password);
  }

  async signInAs(person: Person | undefined): Promise<PlansPage> {
    if (person === undefined) throw new Error("The simulator has no such person");
    await this.fill(person);
    await this.submit.click();
    await expect(this.page.getByRole("heading", { name: "Plans", level: 1 })).toBeVisible();
    return new PlansPage(this.page);
  }
}

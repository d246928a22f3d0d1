import { expect, type Locator, type Page } from "@playwright/test";

export type ScreenName = "Plans" | "Changes" | "Settings";

/** What stands around every screen after signing in. */
export class AppShell {
  readonly page: Page;
  readonly navigation: Locator;
  readonly account: Locator;

  constructor(page: Page) {
    this.page = page;
    this.navigation = page.getByRole("navigation", { name: "Main" }).filter({ visible: true });
    this.account = page.getByRole("button", { name: /^Account of / });
  }

  async goTo(screen: ScreenName): Promise<void> {
    await this.navigation.getByRole("link", { name: new RegExp(`^${screen}`) }).click();
    await expect(this.page.getByRole("heading", { name: screen, level: 1 })).toBeVisible();
  }

  async signOut(): Promise<void> {
    await this.account.click();
    const loaded = this.page.waitForEvent("load");
    await this.page.getByRole("menuitem", { name: "Sign out" }).click();
    await loaded;
    await expect(this.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  }
}

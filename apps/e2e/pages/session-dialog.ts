import { expect, type Locator, type Page } from "@playwright/test";

/** "Sign in to go on": lies over the page when the session was lost. */
export class SessionDialog {
  readonly dialog: Locator;
  readonly password: Locator;
  readonly submit: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole("dialog", { name: "Sign in to go on" });
    this.password = this.dialog.getByLabel("Password", { exact: true });
    this.submit = this.dialog.getByRole("button", { name: "Sign in" });
  }

  /** Presses what would ask the server, unless the page hears of the loss first and lies over it already. */
  async comesOf(press: Locator): Promise<void> {
    await expect(async () => {
      if (!(await this.dialog.isVisible())) await press.click({ timeout: 1_000 });
      await expect(this.dialog).toBeVisible();
    }).toPass();
    // What was pressed has its answer, and is not answered by the session to come.
    await expect(press).not.toHaveAttribute("aria-busy", "true");
  }

  async signInAgain(password: string): Promise<void> {
    await expect(this.dialog).toBeVisible();
    await this.password.fill(password);
    await this.submit.click();
    await expect(this.dialog).toHaveCount(0);
  }
}

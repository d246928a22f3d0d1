import { expect, type Locator, type Page } from "@playwright/test";

/** "Add 250 work items to …": what it would do, then the job. */
export class LinkDialog {
  readonly dialog: Locator;
  readonly confirm: Locator;
  readonly close: Locator;
  /** The outcome, as it is spoken. */
  readonly spoken: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole("dialog", { name: /^Add .* work items? to / });
    this.confirm = this.dialog.getByRole("button", { name: /^Add .* work items?$/ });
    this.close = this.dialog.getByRole("button", { name: "Close" }).last();
    this.spoken = this.dialog.locator("[aria-live=polite]");
  }

  async expectFinished(counts: Record<string, number>): Promise<void> {
    await expect(this.dialog.getByText("Finished")).toBeVisible();
    await expect(this.dialog.getByRole("listitem")).toHaveText(
      Object.entries(counts).map(([outcome, count]) => `${outcome}${count.toLocaleString("en")}`),
    );
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

/** "Edit 12 work items": the form, its preview, and the job. */
export class BatchEditDialog {
  readonly page: Page;
  readonly dialog: Locator;
  readonly preview: Locator;
  readonly apply: Locator;
  readonly changes: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: /^Edit .* work items?$/ });
    this.preview = this.dialog.getByRole("button", { name: "Preview", exact: true });
    this.apply = this.dialog.getByRole("button", { name: /^Apply .* changes?$/ });
    this.changes = this.dialog.getByRole("table", { name: "Changes" });
  }

  async tick(field: string): Promise<void> {
    await this.dialog.getByRole("checkbox", { name: `Change ${field}`, exact: true }).check();
  }

  valueOf(field: string): Locator {
    return this.dialog.getByLabel(`New ${field}`, { exact: true });
  }

  /** Ticks a field with a list of choices and takes one; long lists are searched. */
  async choose(field: string, choice: string): Promise<void> {
    await this.tick(field);
    await this.valueOf(field).click();
    await this.page.getByRole("option", { name: choice }).first().click();
    await expect(this.valueOf(field)).toContainText(choice);
  }

  async type(field: string, text: string): Promise<void> {
    await this.tick(field);
    await this.valueOf(field).fill(text);
  }

  /** Reads the preview; tells the ids that were asked for. */
  async readPreview(): Promise<string[]> {
    const asked = this.page.waitForRequest((request) => request.url().endsWith("/preview"));
    await this.preview.click();
    await expect(this.changes).toBeVisible();
    const body: { itemIds: string[] } = (await asked).postDataJSON();
    return body.itemIds;
  }

  async expectFinished(counts: Record<string, number>): Promise<void> {
    await expect(this.dialog.getByText("Finished")).toBeVisible();
    await expect(this.dialog.getByRole("listitem")).toHaveText(
      Object.entries(counts).map(([outcome, count]) => `${outcome}${count.toLocaleString("en")}`),
    );
  }

  /** Whether it was changed or was so already. */
  async expectNothingFailed(): Promise<void> {
    await expect(this.dialog.getByText("Finished")).toBeVisible();
    await expect(this.dialog.getByRole("listitem")).toHaveText([/^Applied/]);
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

/** A change set: its progress, what became of each change, and the ways on. */
export class ChangeSetPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly progress: Locator;
  readonly results: Locator;
  readonly rows: Locator;
  readonly undo: Locator;
  readonly retryFailed: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.progress = page.getByRole("progressbar", { name: "Progress" });
    this.results = page.getByRole("table", { name: "Results" });
    this.rows = this.results.getByRole("row").filter({ has: page.getByRole("cell") });
    this.undo = page.getByRole("button", { name: "Undo", exact: true });
    this.retryFailed = page.getByRole("button", { name: "Retry failed" });
  }

  tab(outcome: string): Locator {
    return this.page.getByRole("tablist", { name: "Outcomes" }).getByRole("tab", { name: new RegExp(`^${outcome}`) });
  }

  async expectDone(total: number): Promise<void> {
    const said = `${total.toLocaleString("en")} of ${total.toLocaleString("en")} done`;
    await expect(this.progress).toHaveAttribute("aria-valuetext", said, { timeout: 60_000 });
    await expect(this.page.getByText("Finished", { exact: true })).toBeVisible({ timeout: 60_000 });
  }

  /** The outcomes that occur and how often, as the tabs count them. */
  async expectOutcomes(counts: Record<string, number>): Promise<void> {
    const tabs = this.page.getByRole("tablist", { name: "Outcomes" }).getByRole("tab");
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    await expect(tabs).toHaveText(
      Object.entries({ All: total, ...counts }).map(([outcome, count]) => `${outcome}${count.toLocaleString("en")}`),
    );
  }
}

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
  readonly pause: Locator;
  readonly resume: Locator;
  readonly undoDialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.progress = page.getByRole("progressbar", { name: "Progress", exact: true });
    this.results = page.getByRole("table", { name: "Results" });
    this.rows = this.results.getByRole("row").filter({ has: page.getByRole("cell") });
    this.undo = page.getByRole("button", { name: "Undo", exact: true });
    this.retryFailed = page.getByRole("button", { name: "Retry failed" });
    this.pause = page.getByRole("button", { name: "Pause" });
    this.resume = page.getByRole("button", { name: "Resume" });
    this.undoDialog = page.getByRole("dialog", { name: /^(Undo|Redo)/ });
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`/changes/${id}`);
    await expect(this.progress).toBeVisible();
  }

  /** Asks for the undo and waits for what it would put back. */
  async previewUndo(): Promise<Locator> {
    await this.undo.click();
    await expect(this.undoDialog.getByRole("button", { name: /^Put back/ })).toBeVisible();
    return this.undoDialog;
  }

  /** Puts back what the preview offers, and goes to the change set that does so. */
  async putBack(): Promise<void> {
    await this.undoDialog.getByRole("button", { name: /^Put back/ }).click();
    await this.undoDialog.getByRole("button", { name: "See the change set" }).click();
    await expect(this.undoDialog).toBeHidden();
    await expect(this.heading).toContainText("Undo on");
  }

  /** Changes that have an outcome so far, as the page says. */
  async done(): Promise<number> {
    return Number(await this.progress.getAttribute("aria-valuenow"));
  }

  /** Notes every progress that is shown from now on. */
  async watchProgress(): Promise<() => Promise<number[]>> {
    await this.progress.evaluate((bar) => {
      const seen: number[] = [];
      Reflect.set(window, "seenProgress", seen);
      const note = () => seen.push(Number(bar.getAttribute("aria-valuenow")));
      new MutationObserver(note).observe(bar, { attributeFilter: ["aria-valuenow"] });
    });
    return () => this.page.evaluate<number[]>(() => Reflect.get(window, "seenProgress"));
  }

  async filterByCode(code: string): Promise<void> {
    await this.page.getByRole("combobox", { name: "CodeArts code" }).click();
    await this.page.getByRole("option", { name: new RegExp(`^${code}`) }).click();
  }

  tab(outcome: string): Locator {
    return this.page.getByRole("tablist", { name: "Outcomes" }).getByRole("tab", { name: new RegExp(`^${outcome}`) });
  }

  async expectDone(total: number): Promise<void> {
    const said = `${total.toLocaleString("en")} of ${total.toLocaleString("en")} done`;
    await expect(this.progress).toHaveAttribute("aria-valuetext", said);
    await expect(this.page.getByText("Finished", { exact: true })).toBeVisible();
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

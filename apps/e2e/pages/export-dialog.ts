import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

export type Format = "PDF" | "PNG" | "SVG" | "CSV" | "Calendar";
export type ExportedFile = { name: string; bytes: Buffer };

export class ExportDialog {
  readonly page: Page;
  readonly dialog: Locator;
  readonly forecast: Locator;
  readonly progress: Locator;
  readonly exportButton: Locator;
  readonly cancel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: "Export plan" });
    this.forecast = this.dialog.getByRole("status").first();
    this.progress = this.dialog.getByRole("progressbar", { name: "Exporting" });
    this.exportButton = this.dialog.getByRole("button", { name: "Export" });
    this.cancel = this.dialog.getByRole("button", { name: "Cancel" });
  }

  async open(): Promise<void> {
    await this.page.getByRole("button", { name: "Export", exact: true }).click();
    await expect(this.forecast).toHaveText(/about/);
  }

  async choose(format: Format): Promise<void> {
    await this.dialog.getByRole("radio", { name: format, exact: true }).check();
  }

  /** The number before a word of what the dialog foretells: 84 of "84 rows". */
  async foretold(word: string): Promise<number> {
    const told = new RegExp(`([\\d,]+) ${word}`);
    await expect(this.forecast).toHaveText(told);
    return Number(told.exec((await this.forecast.textContent()) ?? "")?.[1]?.replaceAll(",", ""));
  }

  /** Presses Export and waits for the file and for the dialog to go. */
  async takeFile(options: { timeoutMs: number }): Promise<ExportedFile> {
    const downloading = this.page.waitForEvent("download", { timeout: options.timeoutMs });
    await this.exportButton.click();
    const download = await downloading;
    await expect(this.dialog).toBeHidden();
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}

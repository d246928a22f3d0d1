import { expect, type Locator, type Page } from "@playwright/test";

/** The panel of an open work item, with its links, slack and shift; and the dialog of one link. */
export class ItemPanel {
  readonly page: Page;
  readonly panel: Locator;
  readonly links: Locator;
  readonly linkDialog: Locator;
  readonly lag: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole("complementary", { name: "Work item" });
    this.links = this.panel.getByRole("region", { name: "Links" });
    this.linkDialog = page.getByRole("dialog", { name: "Link", exact: true });
    this.lag = this.linkDialog.getByRole("textbox", { name: "Lag in working days" });
  }

  /** Opens an item through the address. */
  async open(id: number | string): Promise<void> {
    const url = new URL(this.page.url());
    url.searchParams.set("item", String(id));
    await this.page.goto(url.href);
    await expect(this.links).toBeVisible();
  }

  /** Chooses another item for a new link, by typing its title. */
  async add(side: "predecessor" | "successor", title: string): Promise<void> {
    await this.panel.getByRole("combobox", { name: `Add a ${side}` }).click();
    await this.page.getByPlaceholder("Search", { exact: true }).fill(title);
    await this.page.getByRole("option", { name: title }).first().click();
  }

  async openLinkTo(title: string): Promise<void> {
    await this.panel.getByRole("button", { name: new RegExp(`^Change link .*${escaped(title)}`) }).click();
    await expect(this.linkDialog).toBeVisible();
  }

  async save(): Promise<void> {
    await this.linkDialog.getByRole("button", { name: "Save" }).click();
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

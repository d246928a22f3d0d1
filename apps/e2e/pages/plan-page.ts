import { expect, type Locator, type Page } from "@playwright/test";
import { Backlog } from "./backlog.ts";
import { BatchEditDialog } from "./batch-edit-dialog.ts";
import { ChangeSetPage } from "./change-set-page.ts";
import { LinkDialog } from "./link-dialog.ts";
import { Timeline } from "./timeline.ts";

export type Scale = "Day" | "Week" | "Month" | "Quarter" | "Year";

export class PlanPage {
  readonly page: Page;
  readonly timeline: Timeline;
  readonly backlog: Backlog;
  readonly linkDialog: LinkDialog;
  readonly batchEdit: BatchEditDialog;
  readonly searchItems: Locator;
  readonly addWorkItems: Locator;
  readonly selection: Locator;
  readonly undo: Locator;
  readonly messages: Locator;

  constructor(page: Page) {
    this.page = page;
    this.timeline = new Timeline(page);
    this.backlog = new Backlog(page);
    this.linkDialog = new LinkDialog(page);
    this.batchEdit = new BatchEditDialog(page);
    this.searchItems = page.getByRole("searchbox", { name: "Search items" });
    this.addWorkItems = page.getByRole("button", { name: "Add work items" });
    this.selection = page.getByRole("toolbar", { name: "Selection" });
    this.undo = page.getByRole("button", { name: "Undo", exact: true }).first();
    this.messages = page.getByRole("region", { name: "Messages" });
  }

  async setScale(scale: Scale): Promise<void> {
    await this.page.getByRole("radiogroup", { name: "Scale" }).getByRole("radio", { name: scale }).check();
  }

  /** Scales so that every bar's dates are in view. */
  async fit(): Promise<void> {
    await this.page.getByRole("button", { name: "Fit" }).click();
  }

  async openBacklog(): Promise<void> {
    await this.addWorkItems.click();
    await expect(this.backlog.rows.first()).toBeVisible();
  }

  /** Narrows the plan to the items with such a title. */
  async find(title: string): Promise<void> {
    await this.searchItems.fill(title);
    await expect(this.page).toHaveURL((url) => url.searchParams.get("q") === title);
    await expect(this.timeline.row(title)).toBeVisible();
  }

  /** Selects the first rows of the grid, by a click and one more with Shift after scrolling there. */
  async selectFirstRows(count: number): Promise<void> {
    await this.timeline.rowAt(0).click();
    await this.timeline.scrollToRow(count - 1);
    await this.timeline.rowAt(count - 1).click({ modifiers: ["Shift"] });
    await this.expectSelected(count);
  }

  /** Selects the first rows with a finger, where titles stand above the bars. */
  async tapFirstRows(count: number): Promise<void> {
    for (let row = 0; row < count; row += 1) {
      await this.timeline.tapRow(row);
      await this.expectSelected(row + 1);
    }
  }

  async selectAll(count: number): Promise<void> {
    await this.timeline.expectRows(count);
    await this.timeline.rowAt(0).click();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.expectSelected(count);
  }

  async expectSelected(count: number): Promise<void> {
    await expect(this.selection).toContainText(`${count.toLocaleString("en")} selected`);
  }

  async editSelection(): Promise<BatchEditDialog> {
    await this.selection.getByRole("button", { name: "Edit" }).click();
    await expect(this.batchEdit.preview).toBeVisible();
    return this.batchEdit;
  }

  /** Leaves the dialog for the change set that it started. */
  async seeChangeSet(): Promise<ChangeSetPage> {
    await this.page.getByRole("dialog").getByRole("button", { name: "See the change set" }).click();
    const changeSet = new ChangeSetPage(this.page);
    await expect(changeSet.results).toBeVisible();
    await expect(this.page.getByRole("dialog")).toHaveCount(0);
    return changeSet;
  }
}

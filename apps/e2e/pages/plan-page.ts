import type { Locator, Page } from "@playwright/test";

export class PlanPage {
  readonly page: Page;
  readonly grid: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole("treegrid", { name: "Work items" });
  }
}

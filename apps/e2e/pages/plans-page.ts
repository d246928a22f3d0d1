import { expect, type Locator, type Page } from "@playwright/test";
import { PlanPage } from "./plan-page.ts";

export class PlansPage {
  readonly page: Page;
  readonly table: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: "Plans" });
    this.search = page.getByRole("searchbox", { name: "Search plans" });
  }

  plan(name: string): Locator {
    return this.table.getByRole("link", { name, exact: true });
  }

  async openPlan(name: string): Promise<PlanPage> {
    await this.search.fill(name);
    await follow(this.page.getByRole("link", { name, exact: true }));
    return this.opened(name);
  }

  /** The page of a plan that was just asked for, once it stands. */
  async opened(name: string): Promise<PlanPage> {
    await expect(this.page.getByRole("heading", { name, level: 1 })).toBeVisible();
    return new PlanPage(this.page);
  }
}

/** By key: under a pointer the row may move away between press and release, as long as plans are read and sorted in. */
export async function follow(plan: Locator): Promise<void> {
  await plan.press("Enter");
}

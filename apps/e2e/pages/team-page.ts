import { expect, type Locator, type Page } from "@playwright/test";

/** People by weeks, and the panel beside them. */
export class TeamPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly panel: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole("grid");
    this.panel = page.getByRole("complementary", { name: "Work of one week" });
    this.dialog = page.getByRole("dialog", { name: /^Move / });
  }

  /** The plans of one plan only, so that nobody else's work counts; everybody who is to stand there does. */
  async openPlan(planId: string): Promise<void> {
    await this.page.goto(`/team?plan=${planId}`);
    await this.expectWhole();
    await expect(this.grid).toBeVisible();
  }

  /** In either language it says when it was read once nothing is being read any more, people without work included. */
  async expectWhole(limitMs = 60_000): Promise<void> {
    const said = this.page.getByRole("status").filter({ hasText: /, read (?:.* ago|just now)|前读取|刚刚读取/ });
    await expect(said).toBeVisible({ timeout: limitMs });
  }

  /** One person's week; `says` is what follows the colon of its name. */
  cell({ person, week, says = "" }: { person: string; week: string; says?: string }): Locator {
    return this.grid.getByRole("gridcell", { name: `${person}, week of ${week}: ${says}` });
  }

  card(title: string): Locator {
    return this.panel.getByRole("listitem").filter({ hasText: title });
  }

  /** What hangs at the pointer, and what a screen reader hears of it. */
  said(text: string): Locator {
    return this.page.locator("[aria-live=polite]").filter({ hasText: text });
  }

  /** Sends what the preview shows, and waits until CodeArts was asked whether it is so. */
  async apply(changes: number): Promise<void> {
    const name = changes === 1 ? "Apply 1 change" : `Apply ${changes} changes`;
    const button = this.dialog.getByRole("button", { name });
    await expect(button).toBeEnabled();
    await button.click();
    await this.expectApplied(changes);
  }

  async expectApplied(changes: number): Promise<void> {
    await expect(this.dialog.getByText("Read back and confirmed")).toHaveCount(changes);
  }

  /** Goes by arrow keys from the cell that Tab reached to another, one key at a time. */
  async arrowTo(cell: Locator): Promise<void> {
    const place = await placeOf(cell);
    const focused = this.grid.locator("[data-cell]:focus");
    await expect(focused).toHaveCount(1);
    for (let at = await placeOf(focused); at.row !== place.row || at.column !== place.column;) {
      const [row, column] = nextTo(at, place);
      const key =
        row > at.row ? "ArrowDown" : row < at.row ? "ArrowUp" : column > at.column ? "ArrowRight" : "ArrowLeft";
      await this.page.keyboard.press(key);
      await expect(this.grid.locator(`[data-cell="${row}:${column}"]`)).toBeFocused();
      at = { row, column };
    }
  }
}

async function placeOf(cell: Locator): Promise<{ row: number; column: number }> {
  const [row = 0, column = 0] = ((await cell.getAttribute("data-cell")) ?? "").split(":").map(Number);
  return { row, column };
}

function nextTo(at: { row: number; column: number }, to: { row: number; column: number }): [number, number] {
  if (at.row !== to.row) return [at.row + Math.sign(to.row - at.row), at.column];
  return [at.row, at.column + Math.sign(to.column - at.column)];
}

import { daysBetween, type IsoDate, addDays } from "@gantry/schedule";
import { expect, type Locator, type Page } from "@playwright/test";
import { type Box, centreOf, type Point, startDrag } from "../support/pointer.ts";

export type Dates = { start: IsoDate; end: IsoDate };

/** The tree-grid "Work items" and the chart "Timeline" beside it, which are one. */
export class Timeline {
  readonly page: Page;
  readonly grid: Locator;
  readonly chart: Locator;
  /** What the chart says to a screen reader. */
  readonly spoken: Locator;
  readonly bars: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole("treegrid", { name: "Work items" });
    this.chart = page.getByRole("img", { name: "Timeline" });
    this.spoken = page.locator(".g-gantt-live");
    this.bars = page.locator(".bar-wrapper");
  }

  /** The row of an item; its name begins with the title. */
  row(title: string): Locator {
    return this.grid.locator(".g-gantt-row").filter({ has: this.page.getByText(title, { exact: true }) });
  }

  /** Rows that the plan has, drawn or not. */
  async expectRows(count: number): Promise<void> {
    // The head is a row too.
    await expect(this.grid).toHaveAttribute("aria-rowcount", String(count + 1));
  }

  bar(itemId: string | number): Locator {
    return this.page.locator(`.bar-wrapper[data-id="${itemId}"] .bar`);
  }

  async boxOf(itemId: string | number): Promise<Box> {
    await expect(this.bar(itemId)).toBeVisible();
    const box = await this.bar(itemId).boundingBox();
    if (box === null) throw new Error(`Work item ${itemId} has no bar on screen`);
    return box;
  }

  /** Pixels of a day, from a bar whose dates are known. */
  async dayWidth(itemId: string | number, { start, end }: Dates): Promise<number> {
    const { width } = await this.boxOf(itemId);
    return Math.round(((width + 1) / (daysBetween(start, end) + 1)) * 10) / 10;
  }

  /** The day under a point of the chart, reckoned from a bar whose dates are known. */
  async dayAt(x: number, known: { itemId: string | number; dates: Dates }): Promise<IsoDate> {
    const box = await this.boxOf(known.itemId);
    const width = await this.dayWidth(known.itemId, known.dates);
    return addDays(known.dates.start, Math.floor((x - box.x) / width));
  }

  /** Takes a bar by its middle, or by its right edge, and carries it so many days. The button stays down. */
  async hold(itemId: string | number, by: { days: number; dates: Dates; edge?: "end" }): Promise<void> {
    const box = await this.boxOf(itemId);
    const width = await this.dayWidth(itemId, by.dates);
    const middle = centreOf(box);
    const from: Point = by.edge === "end" ? { x: box.x + box.width - 2, y: middle.y - 2 } : { ...middle, y: middle.y - 2 };
    await startDrag(this.page, { from, to: { x: from.x + by.days * width, y: from.y } });
  }

  async drag(itemId: string | number, by: { days: number; dates: Dates; edge?: "end" }): Promise<void> {
    await this.hold(itemId, by);
    await this.page.mouse.up();
  }
}

import { expect, type Locator, type Page } from "@playwright/test";
import type { IsoDate } from "@gantry/schedule";
import { boxOf, centreOf, startDrag } from "../support/pointer.ts";
import { settled } from "../support/settled.ts";
import type { Known, Timeline } from "./timeline.ts";

const ROW_PX = 28;
/** So far beyond its edge the list scrolls fastest while a box is drawn. */
const EDGE_PX = 36;

/** The panel "Backlog": what can be added to the plan. */
export class Backlog {
  readonly page: Page;
  readonly panel: Locator;
  readonly search: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  /** How many are selected, as it is spoken. */
  readonly spoken: Locator;
  readonly startUndatedOn: Locator;
  readonly addToPlan: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole("complementary", { name: "Backlog" });
    this.search = this.panel.getByRole("searchbox", { name: "Search backlog" });
    this.list = this.panel.getByRole("listbox", { name: "Backlog items" });
    this.rows = this.list.getByRole("option");
    this.spoken = this.panel.getByRole("status").filter({ hasText: /selected/ });
    this.startUndatedOn = this.panel.getByLabel("Start undated on");
    this.addToPlan = this.panel.getByRole("button", { name: "Add to plan" });
  }

  async selectedCount(): Promise<number> {
    return Number(/[\d,]+/.exec(await this.spoken.innerText())?.[0].replaceAll(",", ""));
  }

  /**
   * Draws a box from the first row over so many rows, most of which are not in the page. Beyond the list's lower edge it
   * scrolls by itself, as far past the last of them as the machine lets it; then the wheel, whose way is known and not
   * its speed, brings the last one under the pointer.
   */
  async selectByBox(count: number): Promise<void> {
    const first = await boxOf(this.rows.first());
    const view = await boxOf(this.list);
    const x = first.x + first.width / 2;
    const y = view.y + view.height / 2;
    await this.page.mouse.move(x, first.y + ROW_PX / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x, view.y + view.height + EDGE_PX, { steps: 4 });
    await expect.poll(() => this.selectedCount(), { intervals: [20] }).toBeGreaterThanOrEqual(count);
    await this.page.mouse.move(x, y, { steps: 2 });
    const scrollTop = () => this.list.evaluate((element) => element.scrollTop);
    await settled(this.page, scrollTop);
    const target = (count - 0.5) * ROW_PX - view.height / 2;
    await this.page.mouse.wheel(0, target - (await scrollTop()));
    await expect.poll(async () => Math.abs((await scrollTop()) - target)).toBeLessThan(ROW_PX / 4);
    // The box is drawn anew as the pointer moves.
    await this.page.mouse.move(x + 1, y);
    await expect(this.spoken).toHaveText(`${count} selected`);
    await this.page.mouse.up();
  }

  /** With the focus on the first row, which is selected: extends page by page, then row by row. */
  async extendByKeys(count: number): Promise<void> {
    const { keyboard } = this.page;
    for (let step = 0, before = await this.selectedCount(); before < count;) {
      // At the end of what is loaded a key does nothing.
      await expect(this.list.locator(`[aria-posinset="${before + 1}"]`)).toBeAttached();
      await keyboard.press(before + step <= count ? "Shift+PageDown" : "Shift+ArrowDown");
      await expect.poll(() => this.selectedCount(), { intervals: [10, 20, 50] }).toBeGreaterThan(before);
      const now = await this.selectedCount();
      if (step === 0) step = now - before;
      before = now;
    }
  }

  /** Carries the selection onto the chart, some days right of a bar whose dates are known; tells the day of the drop. */
  async dropOnto(timeline: Timeline, known: Known): Promise<IsoDate> {
    const from = centreOf(await boxOf(this.list.getByRole("option", { selected: true }).last()));
    const bar = await timeline.boxOf(known.title);
    const width = await timeline.dayWidth(known);
    const to = { x: bar.x + width * 2.5, y: bar.y + bar.height / 2 };
    await startDrag(this.page, { from, to });
    const day = await timeline.dayAt(to.x, known);
    await this.page.mouse.up();
    return day;
  }
}

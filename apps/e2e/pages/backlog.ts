import { expect, type Locator, type Page } from "@playwright/test";
import type { IsoDate } from "@gantry/schedule";
import { type Box, centreOf, startDrag } from "../support/pointer.ts";
import type { Known, Timeline } from "./timeline.ts";

const ROW_PX = 28;
/** Within it, and beyond it, the list scrolls while a box is drawn. */
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

  /** The count once it has come to rest after a movement: two frames long nothing is added. */
  private async settledCount(): Promise<number> {
    const frames = () =>
      this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await frames();
    for (let before = await this.selectedCount(); ;) {
      await frames();
      const now = await this.selectedCount();
      if (now === before) return now;
      before = now;
    }
  }

  /**
   * Draws a box from the first row over so many rows, most of which are not in the page: the list scrolls by itself
   * while the pointer is beyond its lower edge.
   */
  async selectByBox(count: number): Promise<void> {
    const first = await boxOf(this.rows.first());
    const view = await boxOf(this.list);
    const x = first.x + first.width / 2;
    const middle = view.y + view.height / 2;
    await this.page.mouse.move(x, first.y + ROW_PX / 2);
    await this.page.mouse.down();
    let y = middle;
    await this.page.mouse.move(x, y, { steps: 4 });
    for (
      let missing = count - (await this.settledCount());
      missing !== 0;
      missing = count - (await this.settledCount())
    ) {
      const next = y + missing * ROW_PX;
      if (next > view.y + EDGE_PX && next < view.y + view.height - EDGE_PX) {
        y = next;
        await this.page.mouse.move(x, y, { steps: 2 });
        continue;
      }
      // Far away the pointer goes beyond the edge and the list runs; near, just into its edge, and it creeps.
      const isFar = Math.abs(missing) * ROW_PX > view.height * 3;
      const beyond = isFar ? EDGE_PX : 4 - EDGE_PX;
      await this.page.mouse.move(x, missing > 0 ? view.y + view.height + beyond : view.y - beyond, { steps: 2 });
      const enough = Math.max(1, Math.abs(missing) - (view.height * 3) / ROW_PX);
      await expect
        .poll(async () => Math.abs((await this.selectedCount()) - (count - missing)), { intervals: [10] })
        .toBeGreaterThanOrEqual(enough);
      y = middle;
      await this.page.mouse.move(x, y);
    }
    await this.page.mouse.up();
  }

  /** With the focus on the first row, which is selected: extends page by page, then row by row. */
  async extendByKeys(count: number): Promise<void> {
    const { keyboard } = this.page;
    for (let step = 0, before = await this.selectedCount(); before < count;) {
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

async function boxOf(locator: Locator): Promise<Box> {
  await expect(locator).toBeVisible();
  const box = await locator.boundingBox();
  if (box === null) throw new Error("It has no box on screen");
  return box;
}

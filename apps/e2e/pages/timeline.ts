import { daysBetween, type IsoDate, addDays } from "@gantry/schedule";
import { expect, type Locator, type Page } from "@playwright/test";
import { boxOf, type Box, startDrag } from "../support/pointer.ts";
import { settled } from "../support/settled.ts";

type Dates = { start: IsoDate; end: IsoDate };
/** A work item whose dates are known from elsewhere, to reckon by. */
export type Known = { title: string; dates: Dates };

const HEADER_PX = 72;

/** The tree-grid "Work items" and the chart "Timeline" beside it, which are one. */
export class Timeline {
  readonly page: Page;
  readonly grid: Locator;
  /** The rows without the heads, which have a stop of their own. */
  readonly rows: Locator;
  readonly chart: Locator;
  /** What the chart says to a screen reader. */
  readonly spoken: Locator;
  readonly bars: Locator;
  /** Where bars were to be by the baseline. */
  readonly ghosts: Locator;
  private readonly scroller: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole("treegrid", { name: "Work items" });
    this.rows = this.grid.locator(".g-gantt-tree-body");
    this.chart = page.getByRole("img", { name: "Timeline" });
    this.spoken = page.locator(".g-gantt-live");
    this.bars = page.locator(".bar-wrapper");
    this.ghosts = page.locator('.g-gantt-baseline[d]:not([d=""])');
    this.scroller = page.locator(".g-gantt-scroller");
  }

  /** The row of an item; its name begins with the title. */
  row(title: string): Locator {
    return this.grid.locator(".g-gantt-row").filter({ has: this.page.getByText(title, { exact: true }) });
  }

  rowAt(index: number): Locator {
    return this.grid.locator(`.g-gantt-row[aria-rowindex="${index + 2}"]`);
  }

  /** Turns the wheel over the grid until a row is in view; back, where a late frame led past it. */
  async scrollToRow(index: number): Promise<void> {
    const view = await this.view();
    await this.page.mouse.move(view.x - MARGIN_PX, view.y + MARGIN_PX);
    await expect(async () => {
      const shown = await settled(this.page, () => this.rowsIn(view));
      if (shown.includes(index)) return;
      if (shown.length > 0)
        await this.page.mouse.wheel(0, (index > Math.max(...shown) ? view.height : -view.height) / 3);
      throw new Error(`Row ${index} is not in view yet`);
    }).toPass({ intervals: [50] });
  }

  /** A finger on a row's title, which a narrow screen shows above the bar. */
  async tapRow(index: number): Promise<void> {
    const box = await boxOf(this.rowAt(index));
    await this.page.touchscreen.tap(box.x + MARGIN_PX * 2, box.y + box.height / 4);
  }

  /** Half a screen further down. */
  async turnWheel(): Promise<void> {
    const view = await this.view();
    await this.page.mouse.move(view.x - MARGIN_PX, view.y + MARGIN_PX);
    await this.page.mouse.wheel(0, view.height / 2);
  }

  /** Titles of the rows that are drawn, to the last character. */
  titles(): Promise<string[]> {
    return this.grid
      .locator(".g-gantt-row:not([hidden]) [role=gridcell]:first-child")
      .evaluateAll((cells) => cells.map((cell) => cell.textContent));
  }

  /** Elements that the grid and the chart are made of now. */
  elementCount(): Promise<number> {
    return this.page.locator(".g-gantt *").count();
  }

  /** Indexes of the rows that are in view from top to bottom. */
  private rowsIn({ y, height }: Box): Promise<number[]> {
    return this.grid.locator(".g-gantt-row:not([hidden])").evaluateAll(
      (rows, view) =>
        rows.flatMap((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          const isInView = top >= view.top && bottom <= view.bottom;
          return isInView ? [Number(row.getAttribute("aria-rowindex")) - 2] : [];
        }),
      { top: y, bottom: y + height },
    );
  }

  /** Rows that the plan has, drawn or not. */
  async expectRows(count: number): Promise<void> {
    // The head is a row too.
    await expect(this.grid).toHaveAttribute("aria-rowcount", String(count + 1));
  }

  /** The bar beside an item's row at this moment; null where either is not drawn. */
  private barOf(title: string): Promise<Box | null> {
    return this.row(title).evaluateAll(([row, other]) => {
      const place = Number(row?.getAttribute("aria-rowindex")) - 1;
      const bar = document.querySelector(`.bar-wrapper[data-id="r${place}"] .bar`);
      if (other !== undefined || bar === null) return null;
      const { x, y, width, height } = bar.getBoundingClientRect();
      return width === 0 ? null : { x, y, width, height };
    });
  }

  async expectBar(title: string): Promise<void> {
    await expect.poll(() => this.barOf(title), `${title} has a bar on screen`).not.toBeNull();
  }

  /** Where an item's bar stands once nothing moves it any more. */
  async boxOf(title: string): Promise<Box> {
    for (;;) {
      await this.expectBar(title);
      const box = await settled(this.page, () => this.barOf(title));
      if (box !== null) return box;
    }
  }

  /** The part of the page where the chart's bars are seen. */
  async view(): Promise<Box> {
    const scroller = await this.scroller.boundingBox();
    const grid = await this.grid.boundingBox();
    if (scroller === null || grid === null) throw new Error("The chart is not on screen");
    const left = grid.x + grid.width;
    return {
      x: left,
      y: scroller.y + HEADER_PX,
      width: scroller.x + scroller.width - left,
      height: scroller.height - HEADER_PX,
    };
  }

  /** The first of these items whose row and whole bar are in view, at a distance from the edges. */
  async findInView<Item extends Known>(items: readonly Item[]): Promise<Item> {
    const found: Item[] = [];
    await expect(async () => {
      const view = await settled(this.page, () => this.view());
      for (const item of items) {
        // A bar outside the view is not drawn at all.
        if ((await this.barOf(item.title)) === null) continue;
        const box = await settled(this.page, () => this.barOf(item.title));
        if (box === null || !isWithin(box, view)) continue;
        found.push(item);
        return;
      }
      throw new Error("None of these items is in view");
    }).toPass();
    const [item] = found;
    if (item === undefined) throw new Error("None of these items is in view");
    return item;
  }

  /** Two of these items whose bars are in view, the earlier one first. */
  async findTwoInView<Item extends Known>(items: readonly Item[]): Promise<[Item, Item]> {
    const first = await this.findInView(items);
    const second = await this.findInView(items.filter(({ title }) => title !== first.title));
    return first.dates.end <= second.dates.end ? [first, second] : [second, first];
  }

  /** From the handle after a bar's end to the beginning of another. */
  async drawLink(from: Known, to: Known): Promise<void> {
    const [start, end] = [await this.boxOf(from.title), await this.boxOf(to.title)];
    await this.page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await startDrag(this.page, {
      from: { x: start.x + start.width + LINK_HANDLE_PX, y: start.y + start.height / 2 },
      to: { x: end.x + Math.min(4, end.width / 4), y: end.y + end.height / 2 },
    });
    await this.page.mouse.up();
  }

  /** Pixels of a day, from a bar whose dates are known. */
  async dayWidth({ title, dates: { start, end } }: Known): Promise<number> {
    const { width } = await this.boxOf(title);
    return Math.round(((width + 1) / (daysBetween(start, end) + 1)) * 10) / 10;
  }

  /** The day under a point of the chart, reckoned from a bar whose dates are known. */
  async dayAt(x: number, known: Known): Promise<IsoDate> {
    const box = await this.boxOf(known.title);
    const width = await this.dayWidth(known);
    return addDays(known.dates.start, Math.floor((x - box.x) / width));
  }

  /** With the focus in the grid: goes down row by row to an item. */
  async goToRow(title: string): Promise<void> {
    const row = this.row(title);
    for (let step = Number(await row.getAttribute("aria-rowindex")); step > 0; step -= 1) {
      if (await row.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("ArrowDown");
    }
    await expect(row).toBeFocused();
  }

  /** With the focus in the grid: goes down to an item with a bar whose next row has one too; tells both titles. */
  async goToTwoBars(): Promise<[string, string]> {
    const { keyboard } = this.page;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const index = Number(await this.grid.locator(".g-gantt-row:focus").getAttribute("aria-rowindex")) - 2;
      const rows = [this.rowAt(index), this.rowAt(index + 1)];
      const shapes = await Promise.all(rows.map((row) => row.getAttribute("data-shape")));
      if (shapes.every((shape) => shape === "bar")) {
        const [from, to] = await Promise.all(rows.map((row) => row.getByRole("gridcell").first().innerText()));
        return [from ?? "", to ?? ""];
      }
      await keyboard.press("ArrowDown");
    }
    throw new Error("No two bars follow each other");
  }

  /** Takes a bar by its middle, or by its right edge, and carries it so many days. The button stays down. */
  async hold(known: Known, { days, edge }: { days: number; edge?: "end" }): Promise<void> {
    const box = await this.boxOf(known.title);
    const width = await this.dayWidth(known);
    // Above the middle: the handle of the progress hangs from the lower edge.
    const y = box.y + box.height / 3;
    const x = edge === "end" ? box.x + box.width - 2 : box.x + box.width / 2;
    await startDrag(this.page, { from: { x, y }, to: { x: x + days * width, y } });
  }

  async drag(known: Known, by: { days: number; edge?: "end" }): Promise<void> {
    await this.hold(known, by);
    await this.page.mouse.up();
  }
}

const MARGIN_PX = 48;
const LINK_HANDLE_PX = 13;
const MOST_STEPS = 100;

function isWithin(box: Box, view: Box): boolean {
  return (
    box.x > view.x + MARGIN_PX &&
    box.x + box.width < view.x + view.width - MARGIN_PX &&
    box.y > view.y &&
    box.y + box.height < view.y + view.height - MARGIN_PX
  );
}

import { addDays } from "@gantry/schedule";
import { expect, test } from "../support/journey.ts";
import { pressAt, tabTo, typeInto, watchForPointer } from "../support/keyboard-only.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { datedItemsOf, isOpen, must, planNamed, scrumItem } from "../support/world.ts";

test.describe("rescheduling", () => {
  test("a bar is dragged and stretched, Escape writes nothing, and each step is undone", async ({
    plansPage,
    product,
    page,
  }) => {
    const { simulator } = product;
    const plan = planNamed(simulator, "Depot planner");
    const planPage = await plansPage.openPlan(plan.name);
    const { timeline } = planPage;
    await planPage.setScale("Day");
    await timeline.expectRows(plan.itemIds.size);
    const known = await timeline.findInView(datedItemsOf(simulator, plan).filter(isOpen));
    const { title, dates, id } = known;
    const ledger = ledgerFromNow(simulator);
    const place = await timeline.boxOf(title);

    await timeline.hold(known, { days: 3 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect.poll(() => timeline.boxOf(title), "Escape puts the bar back").toEqual(place);

    await timeline.drag(known, { days: 2 });
    await expect(planPage.messages).toContainText("1 item rescheduled.");
    const moved = { start: addDays(dates.start, 2), end: addDays(dates.end, 2) };
    await expect.poll(() => ledger.writes().length).toBe(1);
    await expect.poll(() => scrumItem(simulator, id)).toMatchObject({ begin: moved.start, end: moved.end });

    // At once, while the change set is still being made: the undo waits for it, and is not lost.
    await timeline.drag({ ...known, dates: moved }, { days: 1, edge: "end" });
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => ledger.writes().length).toBe(3);
    await expect.poll(() => scrumItem(simulator, id).end).toBe(moved.end);
    await planPage.undo.click();
    await expect.poll(() => scrumItem(simulator, id)).toMatchObject({ begin: dates.start, end: dates.end });
    await expect.poll(() => timeline.boxOf(title)).toEqual(place);

    expect(ledger.writes().map(({ operation, itemIds, fields }) => ({ operation, itemIds, fields }))).toEqual(
      [
        { begin_time: moved.start, end_time: moved.end },
        { end_time: addDays(moved.end, 1) },
        { end_time: moved.end },
        { begin_time: dates.start, end_time: dates.end },
      ].map((fields) => ({ operation: "updateIssue", itemIds: [String(id)], fields })),
    );
  });

  test("a bar is picked up, moved, stretched and put back by keyboard, and the chart says so", async ({
    plansPage,
    product,
    page,
  }) => {
    const { simulator } = product;
    const plan = planNamed(simulator, "Workshop booking");
    const item = must(datedItemsOf(simulator, plan).find(isOpen), "open item");
    const { title, dates } = item;
    const pointerSigns = await watchForPointer(page);
    await page.reload();
    await typeInto(plansPage.search, plan.name);
    await pressAt(plansPage.plan(plan.name), "Enter");
    const { timeline, searchItems } = await plansPage.opened(plan.name);
    const ledger = ledgerFromNow(simulator);

    await typeInto(searchItems, title);
    await expect(page).toHaveURL((url) => url.searchParams.get("q") === title);
    await expect(timeline.row(title)).toBeVisible();
    await tabTo(timeline.grid);
    await timeline.goToRow(title);
    await page.keyboard.press("Space");
    await expect(timeline.spoken).toContainText(`${title} picked up`);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    await expect(timeline.spoken).toHaveText("Put back");

    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Alt+ArrowRight");
    await page.keyboard.press("Enter");
    await expect(timeline.spoken).toContainText(title);
    const wanted = { begin_time: addDays(dates.start, 7), end_time: addDays(dates.end, 8) };
    await expect.poll(() => ledger.writes().map(({ fields }) => fields)).toEqual([wanted]);
    await expect.poll(() => scrumItem(simulator, item.id).end).toBe(wanted.end_time);
    expect(pointerSigns(), "no pointer was used").toEqual([]);
  });
});

import { ItemPanel } from "../pages/item-panel.ts";
import { PlanPage } from "../pages/plan-page.ts";
import { expect, test } from "../support/journey.ts";
import { pressAt, tabTo, typeInto, watchForPointer } from "../support/keyboard-only.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { datedItemsOf, isOpen, must, planNamed } from "../support/world.ts";

test.describe("links between work items", () => {
  test("are drawn by mouse, changed, refused as a ring, seen in another tab, removed and put back", async ({
    plansPage,
    product,
    page,
    context,
  }) => {
    const { simulator } = product;
    const plan = planNamed(simulator, "Route prices");
    const planPage = await plansPage.openPlan(plan.name);
    const { timeline, messages } = planPage;
    await timeline.expectRows(plan.itemIds.size);
    await planPage.fit();
    const [from, to] = await timeline.findTwoInView(datedItemsOf(simulator, plan).filter(isOpen));
    const ledger = ledgerFromNow(simulator);
    const panel = new ItemPanel(page);

    await timeline.drawLink(from, to);
    await expect(messages).toContainText("Link drawn.");
    await expect(timeline.row(to.title)).toHaveAttribute("aria-label", new RegExp(`after ${from.title}`));

    const other = await context.newPage();
    await other.goto(page.url());
    const otherTimeline = new PlanPage(other).timeline;
    await expect(otherTimeline.row(to.title)).toHaveAttribute("aria-label", new RegExp(`after ${from.title}`));

    await panel.open(from.id);
    await panel.openLinkTo(to.title);
    await panel.lag.fill("400");
    await panel.save();
    await expect(panel.linkDialog).toContainText("Lag: a whole number from −365 to 365");
    await panel.lag.fill("3");
    await panel.linkDialog.getByRole("radio", { name: "finish to finish" }).check();
    await panel.save();
    await expect(panel.links).toContainText("finish to finish, +3 working days");

    await panel.add("predecessor", to.title);
    const path = `${to.title} → ${from.title} → ${to.title}`;
    await expect(panel.links.getByRole("alert")).toHaveText(`It would close a ring: ${path}.`);

    await panel.links.getByRole("button", { name: /^Remove link/ }).click();
    await expect(messages).toContainText("Link removed.");
    await expect(otherTimeline.row(to.title)).not.toHaveAttribute("aria-label", new RegExp(`after ${from.title}`));
    // The message with its own undo goes by itself, however long the other tab took.
    await planPage.undo.click();
    await expect(panel.links).toContainText("finish to finish, +3 working days");
    await expect(otherTimeline.row(to.title)).toHaveAttribute("aria-label", new RegExp(`after ${from.title}`));

    await page.reload();
    await expect(panel.links).toContainText("finish to finish, +3 working days");
    expect(ledger.writes(), "CodeArts hears nothing of links").toEqual([]);
  });

  test("are drawn, refused, changed and undone by keyboard, and the chart says so", async ({
    plansPage,
    product,
    page,
  }) => {
    const { simulator } = product;
    const plan = planNamed(simulator, "Charging network");
    const items = datedItemsOf(simulator, plan).filter(isOpen);
    const [from] = items;
    const { title } = must(from, "open item");
    const pointerSigns = await watchForPointer(page);
    await page.reload();
    await typeInto(plansPage.search, plan.name);
    await pressAt(plansPage.plan(plan.name), "Enter");
    const { timeline, messages } = await plansPage.opened(plan.name);
    const panel = new ItemPanel(page);

    await tabTo(timeline.grid);
    await timeline.goToRow(title);
    await page.keyboard.press("l");
    await expect(timeline.spoken).toContainText(`Link from ${title}`);
    await page.keyboard.press("ArrowDown");
    await expect(timeline.spoken).toContainText(`${title} to `);
    await page.keyboard.press("t");
    await expect(timeline.spoken).toContainText("start to start");
    await page.keyboard.press("Enter");
    await expect(messages).toContainText("Link drawn.");
    await expect(timeline.row(title)).toHaveAttribute("aria-label", /, before /);

    await page.keyboard.press("ControlOrMeta+z");
    await expect(messages).toContainText("Links put back.");
    await expect(timeline.row(title)).not.toHaveAttribute("aria-label", /, before /);
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await expect(timeline.row(title)).toHaveAttribute("aria-label", /, before /);

    // The same link again is refused where the keys are, in words.
    await timeline.goToRow(title);
    await page.keyboard.press("l");
    await page.keyboard.press("ArrowDown");
    await expect(timeline.spoken).toContainText("is linked already");
    await page.keyboard.press("Escape");

    await page.keyboard.press("Enter");
    await pressAt(panel.links.getByRole("button", { name: /^Change link/ }), "Enter");
    await typeInto(panel.lag, "-1");
    await page.keyboard.press("Enter");
    await expect(panel.linkDialog).toBeHidden();
    await expect(messages).toContainText("Link changed.");
    await expect(panel.links).toContainText("start to start, −1 working day");
    const kept: string[] = [];
    page.on("response", (response) => {
      const request = response.request();
      if (request.method() !== "GET" && request.url().includes("/dependencies")) kept.push(request.url());
    });
    // At once, while the removal is still being sent: the undo waits for it, and is not lost.
    await pressAt(panel.links.getByRole("button", { name: /^Remove link/ }), "Enter");
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => kept.length, "the removal and its undo are answered").toBe(2);
    await expect(messages).toContainText("Links put back.");
    await expect(panel.links).toContainText("start to start, −1 working day");
    await page.reload();
    await expect(panel.links).toContainText("start to start, −1 working day");
    expect(pointerSigns(), "no pointer was used").toEqual([]);
  });

  test("chain the chosen items of an IPD plan, all or none, and show the critical path", async ({
    plansPage,
    product,
    page,
  }) => {
    const plan = planNamed(product.simulator, "Field trial north");
    const planPage = await plansPage.openPlan(plan.name);
    await planPage.timeline.expectRows(plan.itemIds.size);
    await page.getByRole("button", { name: "Critical path" }).click();
    await expect(page.getByText("No links yet: only the items that end last are critical.")).toBeVisible();
    await expect(page).toHaveURL(/critical=1/);

    const leaves = planPage.timeline.grid.locator(".g-gantt-row:not([aria-expanded])");
    await leaves.nth(0).click();
    await leaves.nth(1).click({ modifiers: ["ControlOrMeta"] });
    await leaves.nth(2).click({ modifiers: ["ControlOrMeta"] });
    await planPage.expectSelected(3);
    const link = planPage.selection.getByRole("button", { name: "Link", exact: true });
    await link.click();
    await expect(planPage.messages).toContainText("2 links drawn.");
    await expect(page.getByText("No links yet")).toBeHidden();
    await link.click();
    await expect(planPage.messages).toContainText("is linked already");

    await page.reload();
    await expect(page.getByRole("button", { name: "Critical path" })).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByText(/^\d+ critical items?$/)).toBeVisible();
    await expect(
      planPage.timeline.grid.locator('.g-gantt-row[aria-label*="critical path"]').first(),
      "critical rows say so",
    ).toBeAttached();
  });
});

import { TeamPage } from "../pages/team-page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/journey.ts";
import { pressAt, tabTo, typeInto } from "../support/keyboard-only.ts";
import { ledgerFromNow } from "../support/ledger.ts";
import { longDay, type Overload, overload } from "../support/overload.ts";
import { boxOf, centreOf, startDrag } from "../support/pointer.ts";
import { must, planNamed, scrumItem } from "../support/world.ts";
import { addDays } from "@gantry/schedule";

// A product of their own: the plans' items are as these journeys lay them out before anybody has read them.
test.use({ productOptions: { simulator: { latencyMs: 6 } } });

const PLANS = ["Tax year switch", "Observability"] as const;
let overloads: Record<(typeof PLANS)[number], Overload>;
test.beforeAll(({ product: { simulator } }) => {
  const [first, second] = PLANS.map((name) => overload(simulator, planNamed(simulator, name)));
  overloads = { "Tax year switch": must(first, "plan"), Observability: must(second, "plan") };
});

test("an overloaded week is opened, Escape puts a dragged item back, and dropped on somebody else it changes hands as previewed, and nothing else", async ({
  signInPage,
  page,
  product,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Tax year switch");
  const { person, helper, items, monday } = overloads["Tax year switch"];
  const [moved] = items;
  await signInPage.open();
  await signInPage.signInAs(must(simulator.credentials[0], "person"));
  const team = new TeamPage(page);
  await team.openPlan(plan.id);
  const week = longDay(monday);
  const theirs = (says: string) => team.cell({ person: person.nickName, week, says });
  const helpers = (says: string) => team.cell({ person: helper.nickName, week, says });
  await page.getByRole("combobox", { name: "Show" }).click();
  await expect(page.getByRole("option")).toHaveCount(4);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await theirs("50 of 40 hours, 10 too many, 2 items").click();
  await expect(team.panel.getByText("10 h too many")).toBeVisible();
  const card = team.card(moved.title);
  await expect(card).toContainText("30 h");
  await expectAccessible(page);

  const ledger = ledgerFromNow(simulator);
  const target = helpers("0 of 40 hours, free");
  const drag = async () => {
    // In the middle: the foot of the grid covers its lowest rows.
    await target.evaluate((cell) => cell.scrollIntoView({ block: "center" }));
    const [from, to] = [await boxOf(card), await boxOf(target)];
    await startDrag(page, { from: centreOf(from), to: centreOf(to) });
    // Who may take it is known once the project's members are.
    await expect(team.said(`30 h, from ${person.nickName} to ${helper.nickName}`)).toHaveCount(1);
  };
  await drag();
  await page.keyboard.press("Escape");
  await expect(team.said("Put back. Nothing was changed.")).toHaveCount(1);
  await page.mouse.up();
  await expect(team.dialog).toHaveCount(0);

  await drag();
  await page.mouse.up();
  await expect(team.dialog).toContainText(`30 h, from ${person.nickName} to ${helper.nickName}`);
  expect(ledger.writes()).toEqual([]);
  await team.apply(1);
  expect(ledger.writes().map(({ itemIds }) => itemIds)).toEqual([[String(moved.id)]]);
  expect(scrumItem(simulator, moved.id)).toMatchObject({
    assigneeNumber: helper.userNumber,
    begin: moved.begin,
    end: moved.end,
  });
  await team.dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(theirs("20 of 40 hours, 1 item")).toBeVisible();
  await expect(helpers("30 of 40 hours, 1 item")).toBeVisible();
});

test("by keyboard alone an item of an overloaded week is put off to the next, on a phone's width in Chinese axe finds nothing", async ({
  signInPage,
  page,
  product,
}) => {
  const { simulator } = product;
  const plan = planNamed(simulator, "Observability");
  const { person, items, monday } = overloads.Observability;
  const [moved] = items;
  await signInPage.open();
  await signInPage.signInAs(must(simulator.credentials[0], "person"));
  const team = new TeamPage(page);
  await team.openPlan(plan.id);
  const cellOf = (week: string, says: string) => team.cell({ person: person.nickName, week, says });
  const cell = cellOf(longDay(monday), "50 of 40 hours, 10 too many, 2 items");
  await tabTo(team.grid);
  await team.arrowTo(cell);
  await page.keyboard.press("Enter");
  await expect(team.panel.getByRole("heading", { name: person.nickName })).toBeFocused();

  const ledger = ledgerFromNow(simulator);
  await pressAt(team.panel.getByRole("button", { name: `Actions for ${moved.title}` }), "Enter");
  await expect(page.getByRole("menuitem", { name: "Move to…" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  const nextWeek = longDay(addDays(monday, 7));
  const choice = team.dialog.getByRole("combobox", { name: "Week" });
  await pressAt(choice, "Enter");
  await typeInto(page.getByRole("combobox", { name: "Search" }), nextWeek);
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(choice).toContainText(nextWeek);
  await expect(team.dialog).toContainText(`${person.nickName} then has`);
  await pressAt(team.dialog.getByRole("button", { name: "Preview" }), "Enter");
  const apply = team.dialog.getByRole("button", { name: "Apply 2 changes" });
  await expect(apply).toBeEnabled();
  await pressAt(apply, "Enter");
  await team.expectApplied(2);
  expect(ledger.writes().map(({ itemIds }) => itemIds)).toEqual([[String(moved.id)]]);
  expect(scrumItem(simulator, moved.id)).toMatchObject({
    assigneeNumber: person.userNumber,
    begin: addDays(monday, 7),
    end: addDays(monday, 11),
  });
  await pressAt(team.dialog.getByRole("button", { name: "Close" }).last(), "Enter");
  await expect(cellOf(nextWeek, "30 of 40 hours, 1 item")).toBeVisible();

  await page.goto("/settings");
  await page.getByRole("radio", { name: "简体中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.setViewportSize({ width: 390, height: 844 });
  await team.openPlan(plan.id);
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, "pixels beyond the right edge").toBeLessThanOrEqual(0);
});

import { expect, test } from "../support/journey.ts";
import { settled } from "../support/settled.ts";
import { planNamed, scrumItemsOf } from "../support/world.ts";

const CLOSED = 5;

/** The page's own request, of which the server has checked the shape. */
function watchedIn(body: unknown): string[] {
  return (body as { projectIds: string[] }).projectIds;
}

// A product of their own: what they change in CodeArts stays.
test.use({ productOptions: { simulator: { seed: "follow" } } });

test("what somebody changes in CodeArts is on an open overview, and nothing that its reader does is lost", async ({
  plansPage,
  product,
  page,
}) => {
  const { simulator } = product;
  const { search, table } = plansPage;
  await expect(page.getByText("41 plans in 5 projects, read")).toBeVisible();
  await table.getByRole("button", { name: "Name" }).click();
  const plan = planNamed(simulator, "Refund flows");
  const row = table.getByRole("row").filter({ has: page.getByRole("link", { name: plan.name, exact: true }) });
  await search.fill("e");
  await expect(page).toHaveURL(/q=e/);
  await search.evaluate((field: HTMLInputElement) => field.setSelectionRange(0, 1));
  await row.scrollIntoViewIfNeeded();
  const standing = () =>
    page.evaluate(() => {
      const field = document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
      return {
        scrolledPx: document.querySelector("main")?.scrollTop,
        typed: field?.value,
        chosen: [field?.selectionStart, field?.selectionEnd],
      };
    });
  const before = await settled(page, standing);
  expect(before.scrolledPx).toBeGreaterThan(0);
  expect(before).toMatchObject({ typed: "e", chosen: [0, 1] });
  const [share = ""] = /\d+%/.exec((await row.textContent()) ?? "") ?? [];
  expect(share).not.toBe("100%");

  for (const { id } of scrumItemsOf(simulator, plan))
    simulator.editAsSomeoneElse({ itemId: String(id), fields: { status_id: CLOSED } });
  await expect(row).not.toContainText(share);
  expect(await standing()).toEqual(before);
});

test("the page tells which projects are in view, and when it is scrolled which others", async ({ plansPage, page }) => {
  let watched: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/events/watch")) watched = watchedIn(request.postDataJSON());
  });
  await expect(page.getByText("41 plans in 5 projects, read")).toBeVisible();
  await page.getByRole("button", { name: "Group by project" }).click();
  const heads = plansPage.table.locator('[data-line^="group:"]');
  await expect(heads).toHaveCount(5);
  const idOf = async (index: number) =>
    ((await heads.nth(index).getAttribute("data-line")) ?? "").slice("group:".length);
  const [first, last] = [await idOf(0), await idOf(4)];
  await expect.poll(() => watched.includes(first) && !watched.includes(last)).toBe(true);
  await page.locator("main").evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await expect.poll(() => watched.includes(last) && !watched.includes(first)).toBe(true);
});

test("what somebody changes in CodeArts is on a plan's page that was opened by its address", async ({
  plansPage,
  product,
  page,
}) => {
  await expect(plansPage.table).toBeVisible();
  const { simulator } = product;
  const plan = planNamed(simulator, "Charging network");
  await page.goto(`/projects/${plan.projectId}/plans/${plan.id}`);
  const [item] = scrumItemsOf(simulator, plan);
  const tree = page.getByRole("treegrid");
  await expect(tree.getByText(item?.title ?? "")).toBeVisible();
  simulator.editAsSomeoneElse({ itemId: String(item?.id), fields: { name: "Renamed by a colleague" } });
  await expect(tree.getByText("Renamed by a colleague")).toBeVisible();
});

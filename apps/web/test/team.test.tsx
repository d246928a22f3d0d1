import "./install-page.ts";
import { type ChangeSetList, endpoints } from "@gantry/api-contract";
import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { type OpenedPage, openPage } from "./open-page.tsx";

type Simulator = OpenedPage["server"]["simulator"];
type ScrumItem = ReturnType<Simulator["store"]["scrumItemsOf"]>[number];
type Person = NonNullable<ReturnType<Simulator["store"]["person"]>>;

beforeAll(() => {
  // happy-dom lays nothing out: without a height no row would ever be in view.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 1000 });
});

/** A week of five working days in which nobody has anything to do yet. */
const MONDAY = "2027-06-21";
const FRIDAY = "2027-06-25";

/** Gives one person nearly three weeks' work in that week: 38 hours twice in one project, 40 in another. */
function overload({ store, world }: Simulator): { person: Person; items: ScrumItem[] } {
  const plans = ["Tax year switch", "Observability"].map((name) => {
    const plan = world.plans.find((one) => one.name === name);
    if (plan === undefined) throw new Error(`No plan ${name}`);
    return plan;
  });
  const [first = [], second = []] = plans.map(({ projectId }) => store.project(projectId)?.members ?? []);
  const person = first.find((one) => second.some((other) => other.person.userId === one.person.userId))?.person;
  if (person === undefined) throw new Error("Nobody works in both projects");
  const items = plans.flatMap(({ itemIds }, index) =>
    [...itemIds]
      .flatMap((id) => store.scrumItem(id) ?? [])
      .filter(({ id }) => !store.hasChildren(id))
      .slice(0, index === 0 ? 2 : 1),
  );
  for (const [index, { id }] of items.entries())
    store.patchScrumItem(id, {
      assigneeNumber: person.userNumber,
      begin: MONDAY,
      end: FRIDAY,
      statusId: 1,
      doneRatio: 0,
      expectedHours: index === 2 ? 40 : 38,
    });
  return { person, items };
}

async function openWeek({ server }: OpenedPage, { userId }: Person): Promise<HTMLElement> {
  await act(async () => {
    window.history.pushState(null, "", `/team?from=${MONDAY}&person=${userId}&week=${MONDAY}`);
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
  expect(server.simulator.ledger.all()).toEqual([]);
  return await screen.findByRole("complementary", { name: "Work of one week" });
}

it("rebalancing a week over two projects makes a change set in each, of the fewest items that are enough", async () => {
  const page = await openPage("/settings");
  const { user, browser, server } = page;
  const { person, items } = overload(server.simulator);
  const panel = await openWeek(page, person);
  await within(panel).findByText("76 h too many");
  // Who may take work is known once the members of both projects are.
  await waitFor(async () => {
    await user.click(within(panel).getByRole("button", { name: "Rebalance" }));
    expect(screen.queryByRole("dialog", { name: "Move 2 work items" })).not.toBeNull();
  });
  const dialog = screen.getByRole("dialog", { name: "Move 2 work items" });
  await user.click(await within(dialog).findByRole("button", { name: "Apply 2 changes" }));
  await within(dialog).findByText("1 of 1 done");

  const isMoved = ({ id }: ScrumItem) => server.simulator.store.scrumItem(id)?.assigneeNumber !== person.userNumber;
  await waitFor(() => expect(items.filter(isMoved)).toHaveLength(2));
  const list: ChangeSetList = await (await browser.request(`/api${endpoints.listChangeSets.path}`)).json();
  const [, ...moved] = items.toSorted((left, right) => Number(isMoved(left)) - Number(isMoved(right)));
  expect(list.items.map(({ projectId, total }) => `${projectId} ${total}`).toSorted()).toEqual(
    moved.map(({ projectId }) => `${projectId} 1`).toSorted(),
  );
  expect(new Set(moved.map(({ projectId }) => projectId)).size).toBe(2);
});

it("work without room anywhere stays, and the panel says why", async () => {
  const page = await openPage("/settings");
  const { person, items } = overload(page.server.simulator);
  for (const { id } of items) page.server.simulator.store.patchScrumItem(id, { expectedHours: 100 });
  const panel = await openWeek(page, person);
  await within(panel).findByText("260 h too many");
  await waitFor(async () => {
    await page.user.click(within(panel).getByRole("button", { name: "Rebalance" }));
    within(panel).getByText("Nobody who may take it has room in this week or the next 4. Nothing was changed.");
  });
  expect(screen.queryByRole("dialog")).toBeNull();
});

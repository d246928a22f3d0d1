import "./install-page.ts";
import type { WorkItem } from "@gantry/api-contract";
import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { historyStore } from "../src/features/plan/history-store.ts";
import type { OpenedPage } from "./open-page.tsx";
import { findEditForm, openEditOfTwo, openPlan, previewProgress, readPlanItems, workItemTree } from "./open-plan.ts";

beforeAll(() => {
  // happy-dom lays nothing out: without a height no row would ever be in view.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 1000 });
});
// What was done in this tab outlives leaving the page, and here one test.
beforeEach(() => historyStore.setState({ byPlan: new Map(), lines: new Map() }));

const changesTable = (dialog: HTMLElement) => within(dialog).findByRole("table", { name: "Changes" });
const messages = () => screen.getByRole("region", { name: "Messages" });

/** What CodeArts holds now, past Gantry. */
function progressOf({ server }: OpenedPage, { id }: WorkItem): number | undefined {
  return server.simulator.store.scrumItem(id)?.doneRatio;
}

function changeUpstream({ server }: OpenedPage, { id }: WorkItem, progress: number): void {
  const item = server.simulator.store.scrumItem(id);
  if (item === undefined) throw new Error(`No work item ${id}`);
  item.doneRatio = progress;
}

/** Edits the progress of two items and closes the dialog once they are applied; tells which two. */
async function applyToTwo(page: OpenedPage, percent: string): Promise<WorkItem[]> {
  const dialog = await openEditOfTwo(page);
  await page.user.click(within(dialog).getByRole("checkbox", { name: "Change Progress" }));
  await previewProgress(dialog, { user: page.user, percent });
  await page.user.click(await within(dialog).findByRole("button", { name: "Apply 2 changes" }));
  await within(dialog).findByText("2 of 2 done");
  await page.user.click(within(dialog).getAllByRole("button", { name: "Close" }).at(-1) ?? dialog);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const items = await readPlanItems(page);
  return items.filter(({ progress }) => progress === Number(percent));
}

it("moves an item on, lists what its link pushes with the cause, and leaves that out when it is unticked", async () => {
  const page = await openPlan("Depot planner");
  const { user } = page;
  await workItemTree();
  const items = await readPlanItems(page);
  const parents = new Set(items.map(({ parentId }) => parentId));
  const [first, second] = items
    .filter(({ id, start, end }) => !parents.has(id) && start !== null && end !== null)
    .toSorted((left, right) => (left.start ?? "").localeCompare(right.start ?? ""));
  if (first === undefined || second === undefined) throw new Error("Not enough items");
  const link = { fromId: first.id, toId: second.id, before: null, after: { type: "FS", lagDays: 2 } };
  const project = window.location.pathname.replace(/\/plans\/.*/, "");
  await page.browser.request(`/api${project}/dependencies`, { method: "POST", json: { edits: [link] } });
  await act(async () => {
    window.history.pushState(null, "", `${window.location.pathname}?item=${first.id}`);
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
  const panel = await screen.findByRole("complementary", { name: "Work item" });
  await user.click(await within(panel).findByRole("button", { name: "Edit" }));
  const dialog = await findEditForm("Edit 1 work item");
  await user.click(within(dialog).getByRole("checkbox", { name: "Change Dates" }));
  await user.click(within(dialog).getByRole("radio", { name: "Scale" }));
  const percent = within(dialog).getByRole("textbox", { name: "Percent" });
  await user.clear(percent);
  await user.type(percent, "1001");
  await user.click(within(dialog).getByRole("button", { name: "Preview" }));
  expect(within(dialog).getByText("Percent: Must be 1,000 or less")).toBeTruthy();

  await user.click(within(dialog).getByRole("radio", { name: "Shift" }));
  const days = within(dialog).getByRole("textbox", { name: "Working days to shift by" });
  await user.clear(days);
  await user.type(days, "200");
  expect(within(dialog).getByText(/^Each starts and ends 200 working days later and keeps its length\./)).toBeTruthy();
  await user.click(within(dialog).getByRole("checkbox", { name: "Also move what depends on them" }));
  await user.click(within(dialog).getByRole("button", { name: "Preview" }));
  const table = await changesTable(dialog);
  const group = within(table).getByRole("checkbox", { name: "Moved along with them: 2 changes to 1 item" });
  expect(within(table).getByText(`follows ${first.number}`)).toBeTruthy();
  expect(within(table).getByText("(finish to start, +2 working days)")).toBeTruthy();
  expect(within(dialog).getByText("4 of 4 rows ticked")).toBeTruthy();
  await user.click(group);
  expect(within(dialog).getByText("2 of 4 rows ticked")).toBeTruthy();

  // By keyboard: from the first row's tick one down, and its tick off.
  within(table).getAllByRole("checkbox")[1]?.focus();
  await user.keyboard("{ArrowDown} ");
  expect(within(dialog).getByText("1 of 4 rows ticked")).toBeTruthy();
  expect(within(dialog).getByRole("button", { name: "Apply 1 change" })).toBeTruthy();
  await user.keyboard("{Control>}a{/Control}");
  expect(within(dialog).getByRole("button", { name: "Apply 4 changes" })).toBeTruthy();
});

it("shows what an undo would put back, leaves alone what somebody changed since, and redoes the same way", async () => {
  const page = await openPlan("Wallets and methods");
  const { user } = page;
  const [kept, changed] = await applyToTwo(page, "37");
  if (kept === undefined || changed === undefined) throw new Error("Not two items");
  changeUpstream(page, changed, 61);

  await user.keyboard("{Control>}z{/Control}");
  const dialog = await screen.findByRole("dialog", { name: "Undo “Edit 2 work items”" });
  expect(await within(dialog).findByText("1 was changed by somebody since. It is left alone.")).toBeTruthy();
  expect(within(await changesTable(dialog)).getByText("now 61")).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Put back 1 change" }));
  await within(dialog).findByText("Finished");
  expect(progressOf(page, kept)).not.toBe(37);
  expect(progressOf(page, changed)).toBe(61);
  await user.click(within(dialog).getAllByRole("button", { name: "Close" }).at(-1) ?? dialog);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

  await user.click(screen.getByRole("button", { name: "Redo" }));
  const again = await screen.findByRole("dialog", { name: "Redo on 2 work items" });
  await user.click(await within(again).findByRole("button", { name: "Put back 1 change" }));
  await waitFor(() => expect(progressOf(page, kept)).toBe(37));
  expect(progressOf(page, changed)).toBe(61);
});

it("says that links stay on the plan when their undo is asked for, and goes on to the step before", async () => {
  const page = await openPlan("Checkout 3.0");
  const { user } = page;
  await user.click(screen.getByRole("button", { name: "Add work items" }));
  (await screen.findByRole("listbox", { name: "Backlog items" })).focus();
  await user.keyboard(" {Shift>}{ArrowDown}{/Shift}{Enter}");
  const adding = await screen.findByRole("dialog", { name: "Add 2 work items to Checkout 3.0" });
  await user.click(await within(adding).findByRole("button", { name: "Add 2 work items" }));
  await within(adding).findByText("2 of 2 done");
  await user.click(within(adding).getAllByRole("button", { name: "Close" }).at(-1) ?? adding);

  const undo = screen.getByRole("button", { name: "Undo" });
  await user.click(undo);
  const dialog = await screen.findByRole("dialog", { name: "Undo “Add 2 work items to a plan”" });
  expect(await within(dialog).findByText("Nothing of it can be put back.")).toBeTruthy();
  expect(within(dialog).getByText(/^2 work items stay on the plan\. CodeArts documents no way/)).toBeTruthy();
  expect(within(dialog).queryByRole("button", { name: /^Put back/ })).toBeNull();
  await user.click(within(dialog).getAllByRole("button", { name: "Close" }).at(-1) ?? dialog);
  await waitFor(() => expect(undo.getAttribute("aria-disabled")).toBe("true"));
});

it("selects all of the backlog as a search with exceptions, and says when another search lets go of it", async () => {
  const page = await openPlan("Checkout 3.0");
  const { user } = page;
  await user.click(screen.getByRole("button", { name: "Add work items" }));
  const panel = await screen.findByRole("complementary", { name: "Backlog" });
  const list = await within(panel).findByRole("listbox", { name: "Backlog items" });
  const search = within(panel).getByRole("searchbox", { name: "Search backlog" });
  await user.type(search, "card");
  await waitFor(() => expect(within(list).getAllByRole("option").length).toBeLessThan(100));
  const [first] = within(list).getAllByRole("option");
  const all = Number(first?.getAttribute("aria-setsize"));
  await user.click(await within(panel).findByRole("button", { name: `Select all ${all} matching` }));
  expect(within(panel).getByText(`All ${all} selected`)).toBeTruthy();
  list.focus();
  await user.keyboard("{ArrowDown} ");
  const chosen = `${all - 1} selected, all but 1`;
  expect(within(panel).getByText(chosen)).toBeTruthy();
  expect(within(list).getAllByRole("option", { selected: false })).toHaveLength(1);

  await user.type(search, "s");
  const said = `The search changed: all ${all - 1} that match “card” are not selected any more.`;
  expect(within(panel).getByText(said)).toBeTruthy();
  expect(within(panel).getByText("0 selected")).toBeTruthy();
  await user.click(within(panel).getByRole("button", { name: "Back to them" }));
  expect(await within(panel).findByText(chosen)).toBeTruthy();
  // The count of undated items is the server's.
  await within(panel).findByText(/^\d+ without dates$/);

  const sent = vi.spyOn(page.browser, "request");
  await user.click(within(panel).getByRole("button", { name: "Add to plan" }));
  const dialog = await screen.findByRole("dialog", { name: `Add ${all - 1} work items to Checkout 3.0` });
  expect(await within(dialog).findByRole("button", { name: `Add ${all - 1} work items` })).toBeTruthy();
  const asked = sent.mock.calls.find(([path]) => path === "/api/change-sets/preview");
  const sentBody = asked?.[1]?.body;
  const body: { exceptIds: string[] } = JSON.parse(typeof sentBody === "string" ? sentBody : "{}");
  expect(body).toMatchObject({ kind: "link-matching", search: "card" });
  expect(body.exceptIds).toHaveLength(1);
  expect(body).not.toHaveProperty("itemIds");
});

it("puts one item back at once, and tells that somebody changed it since", async () => {
  const page = await openPlan("Wallets and methods");
  const { user } = page;
  (await workItemTree()).focus();
  await user.keyboard("{ArrowDown}{ArrowDown} ");
  const toolbar = await screen.findByRole("toolbar", { name: "Selection" });
  await user.click(within(toolbar).getByRole("button", { name: "Edit" }));
  const dialog = await findEditForm("Edit 1 work item");
  await user.click(within(dialog).getByRole("checkbox", { name: "Change Progress" }));
  await previewProgress(dialog, { user, percent: "38" });
  await user.click(await within(dialog).findByRole("button", { name: "Apply 1 change" }));
  await within(dialog).findByText("1 of 1 done");
  await user.click(within(dialog).getAllByRole("button", { name: "Close" }).at(-1) ?? dialog);
  const [item] = (await readPlanItems(page)).filter(({ progress }) => progress === 38);
  if (item === undefined) throw new Error("Nothing was changed");
  changeUpstream(page, item, 62);

  await user.keyboard("{Control>}z{/Control}");
  expect(await within(messages()).findByText("Undo put back 0 of 1. 1 was changed since.")).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(progressOf(page, item)).toBe(62);
});

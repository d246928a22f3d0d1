import "./install-page.ts";
import { screen, waitFor, within } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { openPage } from "./open-page.tsx";
import { openEditOfTwo, openPlan, previewProgress, workItemTree } from "./open-plan.ts";

beforeAll(() => {
  // happy-dom lays nothing out: without a height no row would ever be in view.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 1000 });
});

it("shows a mind map as a tree, says why it takes no links, and offers none", async () => {
  await openPlan("Wallets and methods");
  expect(within(await workItemTree()).getAllByRole("row").length).toBeGreaterThan(10);
  expect(screen.getByText(/a mind map takes no new work items/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Add work items" })).toBeNull();
});

it("keeps the open item, the filters and the folds in the address", async () => {
  const { user } = await openPlan("Wallets and methods");
  (await workItemTree()).focus();
  await user.keyboard("{ArrowDown}{ArrowLeft}{Enter}");
  expect(await screen.findByRole("complementary", { name: "Work item" })).toBeTruthy();
  await user.type(screen.getByRole("searchbox", { name: "Search items" }), "QR");
  for (const part of [/folded=\d+/, /item=\d+/, /q=QR/])
    await waitFor(() => expect(window.location.search).toMatch(part));
  expect(await screen.findByText(/^\d+ of \d+ items$/)).toBeTruthy();
});

it("edits the chosen items: refuses a value over its limit by name, previews, applies, and undoes", async () => {
  const page = await openPlan("Wallets and methods");
  const { user } = page;
  const dialog = await openEditOfTwo(page);
  await user.click(within(dialog).getByRole("checkbox", { name: "Change Progress" }));
  await previewProgress(dialog, { user, percent: "250" });
  expect(await within(dialog).findByText("Progress: Must be 100 or less")).toBeTruthy();
  expect(within(dialog).queryByRole("table", { name: "Changes" })).toBeNull();

  await previewProgress(dialog, { user, percent: "35" });
  const table = await within(dialog).findByRole("table", { name: "Changes" });
  expect(within(table).getAllByText("35%")).toHaveLength(2);
  await user.click(within(dialog).getByRole("button", { name: "Apply 2 changes" }));
  expect(await within(dialog).findByText("Finished")).toBeTruthy();
  expect(within(dialog).getByRole("progressbar", { name: "Progress" }).getAttribute("aria-valuenow")).toBe("2");

  await user.click(within(dialog).getByRole("button", { name: "See the change set" }));
  expect(await screen.findByRole("complementary", { name: "This change set" })).toBeTruthy();
  expect(await screen.findAllByText("Read back and confirmed")).toHaveLength(2);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  const undo = await screen.findByRole("dialog", { name: "Undo “Edit 2 work items”" });
  await user.click(await within(undo).findByRole("button", { name: "Put back 2 changes" }));
  expect(await within(undo).findByText("2 of 2 done")).toBeTruthy();
  await user.click(within(undo).getByRole("button", { name: "See the change set" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Undo on 2 work items" })).toBeTruthy();
});

it("loses nothing that was typed when the session ends in mid-edit", async () => {
  const page = await openPlan("Wallets and methods");
  const { user, browser } = page;
  const dialog = await openEditOfTwo(page);
  await user.click(within(dialog).getByRole("checkbox", { name: "Change Progress" }));
  await browser.request("/api/session", { method: "DELETE" });
  await previewProgress(dialog, { user, percent: "45" });
  const again = await screen.findByRole("dialog", { name: "Sign in to go on" });
  await user.click(within(again).getByRole("button", { name: "Sign in" }));
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Sign in to go on" })).toBeNull());
  expect(within(dialog).getByRole<HTMLInputElement>("textbox", { name: "New Progress" }).value).toBe("45");
  await user.click(within(dialog).getByRole("button", { name: "Preview" }));
  expect(await within(dialog).findByRole("table", { name: "Changes" })).toBeTruthy();
});

it("leaves out a change that is unticked, and counts what is left", async () => {
  const page = await openPlan("Wallets and methods");
  const { user } = page;
  const dialog = await openEditOfTwo(page);
  await user.click(within(dialog).getByRole("checkbox", { name: "Change Progress" }));
  await previewProgress(dialog, { user, percent: "55" });
  const table = await within(dialog).findByRole("table", { name: "Changes" });
  const [, first] = within(table).getAllByRole("checkbox");
  if (first !== undefined) await user.click(first);
  await user.click(within(dialog).getByRole("button", { name: "Apply 1 change" }));
  expect(await within(dialog).findByText("1 of 1 done")).toBeTruthy();
});

it("links items from the backlog by keyboard alone", async () => {
  const { user } = await openPlan("Checkout 3.0");
  await user.click(screen.getByRole("button", { name: "Add work items" }));
  const list = await screen.findByRole("listbox", { name: "Backlog items" });
  list.focus();
  await user.keyboard(" {Shift>}{ArrowDown}{ArrowDown}{/Shift}{Enter}");
  const dialog = await screen.findByRole("dialog", { name: "Add 3 work items to Checkout 3.0" });
  await user.click(await within(dialog).findByRole("button", { name: "Add 3 work items" }));
  expect(await within(dialog).findByText("3 of 3 done")).toBeTruthy();
});

it("lists a change set that does not exist as such", async () => {
  await openPage("/changes/00000000-0000-4000-8000-000000000000");
  expect((await screen.findByRole("alert")).textContent).toContain("change_set.not_found");
});

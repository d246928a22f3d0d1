import "./install-page.ts";
import { screen, waitFor, within } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { type OpenedPage, openPage } from "./open-page.tsx";

beforeAll(() => {
  // happy-dom lays nothing out: without a height no row would ever be in view.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 1000 });
});

async function openPlan(name: string): Promise<OpenedPage> {
  const page = await openPage(`/?q=${encodeURIComponent(name)}`);
  await page.user.click(await screen.findByRole("link", { name }));
  await screen.findByRole("treegrid", { name: "Work items" });
  return page;
}

it("saves a baseline under a name within its limits, compares with it, and deletes it after asking", async () => {
  const page = await openPlan("Depot planner");
  const { user } = page;
  await user.click(screen.getByRole("button", { name: "Baseline" }));
  await user.click(await screen.findByRole("menuitem", { name: "Save baseline…" }));
  const dialog = await screen.findByRole("dialog", { name: "Save baseline" });
  const name = within(dialog).getByLabelText<HTMLInputElement>("Name");
  expect(name.value).toMatch(/^Baseline \d+ \w+ \d{4}$/);
  await user.clear(name);
  await user.type(name, "x".repeat(61));
  await user.click(within(dialog).getByRole("button", { name: "Save" }));
  expect(within(dialog).getByText("Name: 1 to 60 characters")).toBeTruthy();
  await user.clear(name);
  await user.type(name, "Release 1");
  await user.click(within(dialog).getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Nothing changed since Release 1")).toBeTruthy();
  expect(window.location.search).toMatch(/baseline=/);

  await user.click(screen.getByRole("button", { name: "Baseline" }));
  await user.click(await screen.findByRole("menuitem", { name: "Delete this baseline…" }));
  const asked = await screen.findByRole("dialog", { name: "Delete Release 1" });
  await user.click(within(asked).getByRole("button", { name: "Delete baseline" }));
  await waitFor(() => expect(screen.queryByText(/since Release 1/)).toBeNull());
  await waitFor(() => expect(window.location.search).not.toMatch(/baseline=/));
  await user.click(screen.getByRole("button", { name: "Baseline" }));
  await waitFor(() =>
    expect(screen.getAllByRole("menuitemradio").map((choice) => choice.textContent)).toEqual(["No baseline"]),
  );
});

it("says of a baseline that is gone that it is, and offers to go on without", async () => {
  const { user } = await openPlan("Depot planner");
  const path = `${window.location.pathname}?baseline=00000000-0000-4000-8000-000000000000`;
  window.history.pushState(null, "", path);
  window.dispatchEvent(new PopStateEvent("popstate"));
  expect(await screen.findByText("This baseline does not exist any more.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "No baseline" }));
  await waitFor(() => expect(window.location.search).not.toContain("baseline="));
});

it("offers neither links nor baselines on a mind map", async () => {
  await openPlan("Wallets and methods");
  expect(screen.queryByRole("button", { name: "Baseline" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Critical path" })).toBeNull();
});

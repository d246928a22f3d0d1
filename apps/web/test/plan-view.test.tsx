import "./install-page.ts";
import type { WorkItem } from "@gantry/api-contract";
import { screen, waitFor, within } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { type OpenedPage, openPage } from "./open-page.tsx";

beforeAll(() => {
  // happy-dom lays nothing out: without a height no row would ever be in view.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 1000 });
});

const tree = () => screen.findByRole("treegrid", { name: "Work items" });
const param = (name: string) => new URLSearchParams(window.location.search).get(name);

async function openPlan(name: string): Promise<OpenedPage> {
  const page = await openPage(`/?q=${encodeURIComponent(name)}`);
  await page.user.click(await screen.findByRole("link", { name }));
  await tree();
  return page;
}

async function itemsOf({ browser }: OpenedPage): Promise<WorkItem[]> {
  const answer = await browser.request(`/api${window.location.pathname}/items`);
  const { items }: { items: WorkItem[] } = await answer.json();
  return items;
}

/** The first group's line. The address changes before the page does, and proves nothing of it. */
const firstHeading = (group: string) =>
  waitFor(async () => {
    const rows = within(await tree()).getAllByRole("row");
    const heading = rows.find((row) => row.id.startsWith(`tree-row-${group}-`));
    if (heading === undefined) throw new Error(`Nothing is grouped by ${group}`);
    return heading;
  });

it("groups a plan by a field, folds a group, and keeps both in the address", async () => {
  const { user } = await openPlan("Wallets and methods");
  await user.click(screen.getByRole("combobox", { name: "Group by" }));
  await user.click(await screen.findByRole("option", { name: "Status" }));
  const heading = await firstHeading("status");
  expect(param("group")).toBe("status");
  expect(heading.textContent).toMatch(/\d+ items?/);
  expect(heading.getAttribute("aria-expanded")).toBe("true");
  const rowsBefore = (await tree()).getAttribute("aria-rowcount");

  (await tree()).focus();
  await user.keyboard("{Home}{ArrowLeft}");
  await waitFor(async () => expect((await firstHeading("status")).getAttribute("aria-expanded")).toBe("false"));
  expect(param("folded")).toMatch(/^status-/);
  expect(Number((await tree()).getAttribute("aria-rowcount"))).toBeLessThan(Number(rowsBefore));
});

it("never chooses a group's heading", async () => {
  const { user } = await openPlan("Wallets and methods");
  await user.click(screen.getByRole("combobox", { name: "Group by" }));
  await user.click(await screen.findByRole("option", { name: "Type" }));
  await firstHeading("type");
  (await tree()).focus();
  await user.keyboard("{Home}x");
  expect(screen.queryByRole("toolbar", { name: "Selection" })).toBeNull();
  await user.keyboard("{ArrowDown}x");
  expect(within(await screen.findByRole("toolbar", { name: "Selection" })).getByText("1 selected")).toBeTruthy();
});

it("lists what can't be right in a plan's data, and says so at the item", async () => {
  const page = await openPlan("Wallets and methods");
  expect(screen.queryByRole("button", { name: /problem/ })).toBeNull();
  const items = await itemsOf(page);
  const parents = new Set(items.map(({ parentId }) => parentId));
  const [wrong] = items.filter(({ id }) => !parents.has(id));
  if (wrong === undefined) throw new Error("The plan has no items");
  page.server.simulator.store.patchScrumItem(Number(wrong.id), { begin: "2026-11-20", end: "2026-11-02" });
  await page.user.click(screen.getByRole("button", { name: "Read again" }));

  await page.user.click(await screen.findByRole("button", { name: "1 problem" }));
  const panel = await screen.findByRole("dialog", { name: "Problems" });
  expect(panel.textContent).toContain("ends on 2 November 2026, before it starts on 20 November 2026");
  await page.user.click(within(panel).getByRole("button", { name: new RegExp(wrong.title.slice(0, 12)) }));
  const item = await screen.findByRole("complementary", { name: "Work item" });
  expect(item.textContent).toContain("before it starts on 20 November 2026");
});

import "./install-page.ts";
import type { WorkItem } from "@gantry/api-contract";
import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { historyStore } from "../src/features/plan/history-store.ts";
import { type OpenedPage, openPage } from "./open-page.tsx";

beforeAll(() => {
  // happy-dom lays nothing out: without a height no row would ever be in view.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 1000 });
});

type Plan = OpenedPage & {
  api: string;
  /** Three items without children, with titles of their own. */
  items: [WorkItem, WorkItem, WorkItem];
};

let plan: Plan;
beforeEach(async () => {
  // What was done in this tab outlives leaving the page, and here one test.
  historyStore.setState({ byPlan: new Map(), lines: new Map() });
  const page = await openPage("/?q=Depot+planner");
  await page.user.click(await screen.findByRole("link", { name: "Depot planner" }));
  await screen.findByRole("treegrid", { name: "Work items" });
  const api = `/api${window.location.pathname}`;
  const list: { items: WorkItem[] } = await (await page.browser.request(`${api}/items`)).json();
  const parents = new Set(list.items.map(({ parentId }) => parentId));
  const titles = list.items.map(({ title }) => title);
  const [first, second, third] = list.items.filter(
    ({ id, title, end, start }) =>
      !parents.has(id) && start !== null && end !== null && titles.filter((one) => one === title).length === 1,
  );
  if (first === undefined || second === undefined || third === undefined) throw new Error("Not enough items");
  plan = { ...page, api, items: [first, second, third] };
});

/** Goes to the plan with something else in its address, as a link would. */
async function open(search: string): Promise<void> {
  await act(async () => {
    window.history.pushState(null, "", `${window.location.pathname}?${search}`);
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
}

async function openItem({ id, title }: WorkItem): Promise<HTMLElement> {
  await open(`item=${id}`);
  const panel = await screen.findByRole("complementary", { name: "Work item" });
  await within(panel).findByRole("heading", { name: title });
  return panel;
}

async function add(panel: HTMLElement, { side, title }: { side: "predecessor" | "successor"; title: string }) {
  await plan.user.click(within(panel).getByRole("combobox", { name: `Add a ${side}` }));
  await plan.user.click(await screen.findByPlaceholderText("Search"));
  await plan.user.paste(title);
  await plan.user.click(await screen.findByRole("option", { name: new RegExp(`^${escaped(title)}`) }));
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

async function linksKept(): Promise<string[]> {
  const project = plan.api.replace(/\/plans\/.*/, "");
  const list: { items: { fromId: string; toId: string; type: string; lagDays: number }[] } = await (
    await plan.browser.request(`${project}/dependencies`)
  ).json();
  return list.items.map(({ fromId, toId, type, lagDays }) => `${fromId} ${type}${lagDays} ${toId}`);
}

it("adds a successor from the item's panel, shows it at once, and takes it back with Ctrl+Z and the toast", async () => {
  const [first, second] = plan.items;
  const panel = await openItem(first);
  await add(panel, { side: "successor", title: second.title });
  expect(await within(panel).findByRole("button", { name: second.title })).toBeTruthy();
  const messages = screen.getByRole("region", { name: "Messages" });
  expect(await within(messages).findByText("Link drawn.")).toBeTruthy();
  expect(await linksKept()).toEqual([`${first.id} FS0 ${second.id}`]);

  await plan.user.keyboard("{Control>}z{/Control}");
  expect(await within(messages).findByText("Links put back.")).toBeTruthy();
  expect(await linksKept()).toEqual([]);
  await waitFor(() => expect(within(panel).queryByRole("button", { name: second.title })).toBeNull());

  await plan.user.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
  await waitFor(async () => expect(await linksKept()).toEqual([`${first.id} FS0 ${second.id}`]));
});

it("remembers Ctrl+Z pressed while a link is still being sent, and takes that link back once it is known", async () => {
  const [first, second, third] = plan.items;
  const panel = await openItem(first);
  await add(panel, { side: "successor", title: third.title });
  const messages = screen.getByRole("region", { name: "Messages" });
  await within(messages).findByText("Link drawn.");
  const send = globalThis.fetch;
  const sent: string[] = [];
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    if (init.method === "POST") sent.push(url);
    if (init.method === "POST") await answered;
    return send(url, init);
  });

  await add(panel, { side: "successor", title: second.title });
  await within(panel).findByRole("button", { name: second.title });
  await plan.user.keyboard("{Control>}z{/Control}");
  await within(messages).findByText("Undo follows once the change before it is saved.");
  expect(sent).toHaveLength(1);

  answer();
  expect(await within(messages).findByText("Links put back.")).toBeTruthy();
  await waitFor(() => expect(within(panel).queryByRole("button", { name: second.title })).toBeNull());
  expect(await linksKept(), "the older link stays").toEqual([`${first.id} FS0 ${third.id}`]);
  expect(sent).toHaveLength(2);
});

it("refuses a ring by the titles of its items, and sends nothing", async () => {
  const [first, second] = plan.items;
  await add(await openItem(first), { side: "successor", title: second.title });
  await waitFor(async () => expect(await linksKept()).toHaveLength(1));
  const panel = await openItem(second);
  await add(panel, { side: "successor", title: first.title });
  expect((await within(panel).findByRole("alert")).textContent).toBe(
    `It would close a ring: ${second.title} → ${first.title} → ${second.title}.`,
  );
  expect(await linksKept()).toHaveLength(1);
});

it("changes a link's type and lag, names the limit of the lag, and removes the link", async () => {
  const [first, second] = plan.items;
  const panel = await openItem(first);
  await add(panel, { side: "successor", title: second.title });
  await plan.user.click(await within(panel).findByRole("button", { name: /^Change link/ }));
  const dialog = await screen.findByRole("dialog", { name: "Link" });
  expect(within(dialog).getByText("Kept by Gantry, not in CodeArts.")).toBeTruthy();
  const lag = within(dialog).getByRole("textbox", { name: "Lag in working days" });
  await plan.user.clear(lag);
  await plan.user.type(lag, "366");
  await plan.user.click(within(dialog).getByRole("button", { name: "Save" }));
  expect(within(dialog).getByText("Lag: a whole number from −365 to 365")).toBeTruthy();
  await plan.user.clear(lag);
  await plan.user.type(lag, "-2");
  await plan.user.click(within(dialog).getByRole("radio", { name: /^start to start/i }));
  await plan.user.click(within(dialog).getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Link" })).toBeNull());
  expect(await linksKept()).toEqual([`${first.id} SS-2 ${second.id}`]);
  expect(within(panel).getByText("start to start, −2 working days")).toBeTruthy();

  await plan.user.click(within(panel).getByRole("button", { name: /^Remove link/ }));
  await waitFor(async () => expect(await linksKept()).toEqual([]));
});

it("puts a link back and says so where somebody drew it first", async () => {
  const [first, second] = plan.items;
  const panel = await openItem(first);
  const project = plan.api.replace(/\/plans\/.*/, "");
  const edit = { fromId: first.id, toId: second.id, before: null, after: { type: "FF", lagDays: 1 } };
  const drawn = await plan.browser.request(`${project}/dependencies`, { method: "POST", json: { edits: [edit] } });
  expect(drawn.status).toBe(200);
  await add(panel, { side: "successor", title: second.title });
  expect((await within(panel).findByRole("alert")).textContent).toBe(
    "Somebody changed this link since. Nothing was changed.",
  );
  expect(await within(panel).findByText("finish to finish, +1 working day")).toBeTruthy();
});

it("does not undo a link that somebody changed since, and forgets the step", async () => {
  const [first, second] = plan.items;
  const panel = await openItem(first);
  await add(panel, { side: "successor", title: second.title });
  await waitFor(async () => expect(await linksKept()).toHaveLength(1));
  const project = plan.api.replace(/\/plans\/.*/, "");
  const [before, after] = [
    { type: "FS", lagDays: 0 },
    { type: "FS", lagDays: 5 },
  ];
  const edit = { fromId: first.id, toId: second.id, before, after };
  await plan.browser.request(`${project}/dependencies`, { method: "POST", json: { edits: [edit] } });
  await plan.user.keyboard("{Control>}z{/Control}");
  const messages = screen.getByRole("region", { name: "Messages" });
  expect(await within(messages).findByText(/^Not put back\. Somebody changed/)).toBeTruthy();
  expect(await linksKept()).toEqual([`${first.id} FS5 ${second.id}`]);
  expect(screen.getByRole("button", { name: "Undo" }).getAttribute("aria-disabled")).toBe("true");
});

it("says how much slack an item has, and what holds it, once it is linked", async () => {
  const [first, second] = plan.items;
  const panel = await openItem(first);
  expect(await within(panel).findByText("Held by the end of the plan.")).toBeTruthy();
  await plan.user.click(screen.getByRole("button", { name: "Critical path" }));
  expect(await screen.findByText(/No links yet: only the items that end last are critical/)).toBeTruthy();
  expect(window.location.search).toContain("critical=1");
  await add(panel, { side: "successor", title: second.title });
  expect(await within(panel).findByText(`Held by ${second.title}.`)).toBeTruthy();
  await waitFor(() => expect(screen.queryByText(/No links yet/)).toBeNull());
});

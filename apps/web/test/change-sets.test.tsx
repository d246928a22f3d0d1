import "./install-page.ts";
import type { ChangeSet, ChangeSetPage } from "@gantry/api-contract";
import { patience } from "@gantry/tooling/tasks/patience.mjs";
import { act, screen, waitFor, within } from "@testing-library/react";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import { makeCsv } from "../src/features/change-set/download/make-csv.ts";
import { zhCN } from "../src/i18n/zh-CN/index.ts";
import { formatOf } from "../src/i18n/format.ts";
import { type OpenedPage, openPage } from "./open-page.tsx";
import { startEdit } from "./start-edit.ts";
import { createTap } from "./tap.ts";

beforeAll(() => {
  // happy-dom lays nothing out: without a height no row would ever be in view.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 1000 });
});

/** Makes CodeArts refuse items with a code and words of its own. */
function refuse({ server }: OpenedPage, itemIds: readonly string[], said: { code: string; message: string }): void {
  for (const itemId of itemIds)
    server.simulator.faults.add({
      when: { operation: "updateIssue", itemId },
      do: { kind: "status", status: 400, body: { error_code: said.code, error_msg: said.message } },
    });
}

async function goTo(path: string): Promise<void> {
  await act(async () => {
    window.history.pushState(null, "", path);
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
}

async function finished({ browser }: Pick<OpenedPage, "browser">, id: string): Promise<ChangeSet> {
  const read = async () => {
    const page: ChangeSetPage = await (await browser.request(`/api/change-sets/${id}?limit=1`)).json();
    return page.changeSet;
  };
  await expect.poll(async () => (await read()).state, { timeout: patience.testTimeout }).toBe("finished");
  return await read();
}

const results = () => screen.findByRole("table", { name: "Results" });
const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.textContent ?? "");

it("explains each code, filters by it in the address, and shows one that nobody knows as it came", async () => {
  const page = await openPage("/settings");
  const strange = { code: "PM.77777777", message: "Only this tenant knows: 工作流规则" };
  const { changeSet } = await startEdit(page.server, {
    browser: page.browser,
    count: 12,
    prepare: (itemIds) => {
      refuse(page, itemIds.slice(0, 3), { code: "PM.02175202", message: "In review" });
      refuse(page, itemIds.slice(3, 4), strange);
    },
  });
  await finished(page, changeSet.id);
  await goTo(`/changes/${changeSet.id}`);
  const about = await screen.findByRole("complementary", { name: "This change set" });
  expect(within(about).getByText("End or withdraw the review in CodeArts, then retry.")).toBeTruthy();
  expect(within(about).getByText("21 Feb 2027")).toBeTruthy();
  await page.user.click(within(about).getByRole("button", { name: "Show 3 with PM.02175202" }));
  await waitFor(async () => expect(cellsOf(await results())).toHaveLength(3));
  expect(window.location.search).toBe("?code=PM.02175202");
  for (const row of cellsOf(await results())) expect(row).toContain("so it cannot be edited now.PM.02175202");

  await goTo(`/changes/${changeSet.id}?outcome=failed&code=${strange.code}`);
  await waitFor(async () => expect(cellsOf(await results())).toHaveLength(1));
  await page.user.click(within(await results()).getByRole("button", { name: /what became of it$/ }));
  const dialog = await screen.findByRole("dialog");
  for (const text of [strange.code, strange.message, /does not know this code/, /Nobody knows whether/])
    expect(within(dialog).getByText(text)).toBeTruthy();
});

it("is steered by its owner: pauses, goes on, and tells before it cancels what is given up", async () => {
  const tap = createTap();
  const page = await openPage("/settings", { wrapFetch: tap.wrapFetch });
  const { changeSet } = await startEdit(page.server, { browser: page.browser, count: 240 });
  tap.letThrough(20);
  await goTo(`/changes/${changeSet.id}`);
  await page.user.click(await screen.findByRole("button", { name: "Pause" }));
  expect(await screen.findByText("Paused")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Undo" }).getAttribute("aria-disabled")).toBe("true");
  await page.user.click(await screen.findByRole("button", { name: "Resume" }));
  await page.user.click(await screen.findByRole("button", { name: "Cancel" }));
  const dialog = await screen.findByRole("dialog", { name: "Cancel what is left" });
  await page.user.click(within(dialog).getByRole("button", { name: /^Cancel \d+ changes?$/ }));
  expect(await screen.findByText("Cancelling")).toBeTruthy();
  tap.letThrough(220);
  expect(await screen.findByText("Finished")).toBeTruthy();
  const { counts } = await finished(page, changeSet.id);
  expect(counts.cancelled).toBeGreaterThan(0);
  expect((counts.applied ?? 0) + (counts.cancelled ?? 0)).toBe(240);
});

it("shows a colleague's everything but the steering, and a stranger nothing", async () => {
  const page = await openPage("/settings");
  const people = page.server.simulator.credentials.map(({ account, userName, password }) => ({
    account,
    userName,
    password,
  }));
  const [, colleague, ...others] = people;
  if (colleague === undefined) throw new Error("The simulator has one user only");
  const theirs = await page.server.signIn(colleague);
  const { changeSet } = await startEdit(page.server, { browser: theirs, count: 5 });
  await finished({ browser: theirs }, changeSet.id);
  await goTo("/changes");
  const table = await screen.findByRole("table", { name: "Changes" });
  await page.user.click(within(table).getByRole("link", { name: "Edit 5 work items" }));
  expect(await screen.findByText(/who alone can pause, cancel, retry or undo it/)).toBeTruthy();
  await waitFor(async () => expect(cellsOf(await results())).toHaveLength(5));
  expect(screen.getByRole("button", { name: "Download CSV" })).toBeTruthy();
  for (const name of ["Undo", "Retry failed", "Cancel", "Pause"])
    expect(screen.queryByRole("button", { name })).toBeNull();
  await goTo("/changes?by=me");
  expect(await screen.findByText("No change set fits these filters.")).toBeTruthy();

  const statuses = await Promise.all(
    others.map(
      async (person) => (await (await page.server.signIn(person)).request(`/api/change-sets/${changeSet.id}`)).status,
    ),
  );
  expect(statuses, "somebody may not see the project").toContain(404);
});

it("writes every result to the file, whatever the page shows, in the reader's language and safe to open", async () => {
  const page = await openPage("/settings");
  const { changeSet, itemIds } = await startEdit(page.server, {
    browser: page.browser,
    count: 1_050,
    edit: { how: "set", field: "title", value: '=HYPERLINK("http://x")' },
    prepare: (ids) => refuse(page, ids.slice(0, 2), { code: "PM.02175202", message: "@evil\nline" }),
  });
  await finished(page, changeSet.id);
  const progress: number[] = [];
  const file = await makeCsv(changeSet.id, {
    words: zhCN,
    format: formatOf("zh-CN"),
    today: "2026-11-23",
    signal: new AbortController().signal,
    onProgress: ({ read, total }) => progress.push(read / total),
  });
  const records: Record<string, string>[] = parse(Buffer.from(await file.arrayBuffer()), { bom: true, columns: true });
  expect(records.map((record) => record["标识"])).toEqual(itemIds);
  expect(progress).toEqual([1000 / 1050, 1]);
  expect(records[0]).toMatchObject({
    结果: "失败",
    新值: `'=HYPERLINK("http://x")`,
    发生了什么: zhCN.codes.happened["PM.02175202"],
    如何处理: zhCN.codes.cure["PM.02175202"],
    "CodeArts 代码": "PM.02175202",
    "CodeArts 消息": "'@evil\nline",
  });
  expect(records.flatMap((record) => Object.values(record)).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
});

it("tells who did what from the audit log, filtered in the address", async () => {
  const page = await openPage("/settings");
  const { changeSet } = await startEdit(page.server, { browser: page.browser, count: 3 });
  await finished(page, changeSet.id);
  await goTo(`/changes/audit?changeSet=${changeSet.id}&kind=change_set.settled`);
  const table = await screen.findByRole("table", { name: "Audit log" });
  await waitFor(() => expect(cellsOf(table).join()).toContain("3 changes, Applied, Read back and confirmed"));
  expect(screen.getByText(/no line up to it was changed, removed, added or moved/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Export" }).getAttribute("href")).toBe("/api/audit/export");
  await page.user.click(screen.getByRole("button", { name: "Clear filters" }));
  expect(await screen.findByText("Signed in")).toBeTruthy();
  expect(window.location.search).toBe("");
});

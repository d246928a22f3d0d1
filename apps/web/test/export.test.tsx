import "./install-page.ts";
import { screen, waitFor, within } from "@testing-library/react";
import { parse } from "csv-parse/sync";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type OpenedPage, openPage, type OpenPageOptions } from "./open-page.tsx";

/** What the page has handed to the browser's downloads. */
const files: Blob[] = [];

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 1000 });
});
beforeEach(() => {
  files.length = 0;
  vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
    if (file instanceof Blob) files.push(file);
    return "#file";
  });
});

async function openExport(search = "", options: OpenPageOptions = {}): Promise<OpenedPage & { dialog: HTMLElement }> {
  const page = await openPage(`/?q=${encodeURIComponent("Wallets and methods")}`, options);
  await page.user.click(await screen.findByRole("link", { name: "Wallets and methods" }));
  await screen.findByRole("treegrid");
  if (search !== "") {
    await page.user.type(screen.getByRole("searchbox"), search);
    await screen.findByText(/^\d+ of \d+ items$/);
  }
  await page.user.click(screen.getByRole("button", { name: /^(?:Export|导出)$/ }));
  return { ...page, dialog: await screen.findByRole("dialog") };
}

const rowsIn = (dialog: HTMLElement) => Number(/^\d+/.exec(within(dialog).getByRole("status").textContent)?.[0]);

it("exports the rows as shown, or all of the plan: a table with as many lines as the dialog promised", async () => {
  const { user, dialog } = await openExport("QR");
  await user.click(within(dialog).getByRole("radio", { name: "CSV" }));
  const shown = rowsIn(dialog);
  await user.click(within(dialog).getByRole("radio", { name: "All items, unfolded" }));
  await waitFor(() => expect(rowsIn(dialog)).toBeGreaterThan(shown));
  const all = rowsIn(dialog);
  await user.click(within(dialog).getByRole("button", { name: "Export" }));
  expect(await screen.findByText(/^Exported Wallets and methods \d{4}-\d\d-\d\d\.csv$/)).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
  const records: unknown[] = parse(Buffer.from(await (files[0] ?? new Blob()).arrayBuffer()), {
    bom: true,
    columns: true,
  });
  expect(records).toHaveLength(all);
});

it("offers what each format takes, and says what the file will be", async () => {
  const { user, dialog } = await openExport();
  const choose = (name: string) => user.click(within(dialog).getByRole("radio", { name }));
  const groups = () =>
    within(dialog)
      .getAllByRole("radiogroup")
      .map((group) => group.getAttribute("aria-label"));
  expect(groups()).toEqual(["Format", "Rows", "Paper", "Orientation"]);
  expect(within(dialog).getByRole("combobox", { name: "Time scale" })).toBeTruthy();
  expect(within(dialog).getByRole("status").textContent).toMatch(/rows, .*pages?.*, about /);
  await choose("PNG");
  expect(groups()).toEqual(["Format", "Rows", "Size"]);
  await choose("Calendar");
  expect(groups()).toEqual(["Format", "Rows"]);
  expect(within(dialog).queryByRole("combobox")).toBeNull();
  expect(within(dialog).getByRole("status").textContent).toMatch(/^\d+ events?, about /);
});

it("says in words what went wrong when the font can't be read, saves nothing, and lets one try again", async () => {
  const { user, dialog } = await openExport();
  // Without a worker the page draws itself, and this server has no font files.
  await user.click(within(dialog).getByRole("button", { name: "Export" }));
  expect((await within(dialog).findByRole("alert")).textContent).toMatch(/font for the PDF could not be read/);
  expect(files).toEqual([]);
  await user.click(within(dialog).getByRole("radio", { name: "CSV" }));
  await user.click(within(dialog).getByRole("button", { name: "Export" }));
  await waitFor(() => expect(files).toHaveLength(1));
});

it("speaks Chinese", async () => {
  const { user, dialog } = await openExport("", { settings: { language: "zh-CN" } });
  expect(within(dialog).getByRole("heading", { name: "导出计划" })).toBeTruthy();
  await user.click(within(dialog).getByRole("radio", { name: "日历" }));
  expect(within(dialog).getByRole("status").textContent).toMatch(/个事件.*约/);
});

import { aWorkItem } from "@gantry/testkit";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { exportRow, exportSource } from "./export-source.ts";
import { en } from "../src/i18n/en/index.ts";
import { makeCsv } from "../src/features/export/plan-csv.ts";

async function read(source: ReturnType<typeof exportSource>) {
  const file = await makeCsv(source, { words: en, onProgress: () => Promise.resolve() });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const records: Record<string, string>[] = parse(Buffer.from(bytes), { bom: true, columns: true });
  return { bytes, records };
}

test("a 19-digit id keeps every digit, and dates are ISO dates", async () => {
  const item = aWorkItem({ id: "9007199254740993217", parentId: "900719925474099321", start: "2026-11-16" });
  const { records } = await read(exportSource([item]));
  expect(records[0]).toMatchObject({
    Id: "9007199254740993217",
    "Parent id": "900719925474099321",
    Start: "2026-11-16",
    End: "2026-11-27",
    "Working days": "10",
    Updated: "2026-11-18T00:00:00.000Z",
  });
});

test("titles with quotes, commas, line breaks and Chinese come back as they were", async () => {
  const titles = ['a "b", c', "line\nbreak", "登录页面；改版", " spaces ", "<b>&"];
  const { records, bytes } = await read(
    exportSource(titles.map((title, index) => aWorkItem({ id: `${index}`, title }))),
  );
  expect(records.map(({ Title }) => Title)).toEqual(titles);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test("no cell of any column can run as a formula", async () => {
  const evil = "=HYPERLINK(1)";
  const item = aWorkItem({
    title: evil,
    status: { id: "1", name: evil, phase: "doing" },
    sprint: { id: "1", name: `@${evil}` },
    assignee: { id: "1", numericId: null, name: "+1" },
  });
  const { records } = await read(exportSource([item]));
  const cells = Object.values(records[0] ?? {});
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells).toEqual(expect.arrayContaining([`'${evil}`, `'@${evil}`, "'+1"]));
});

test("every item is one line in the order of the rows, with its level; a group's heading is none", async () => {
  const items = [aWorkItem({ id: "1" }), aWorkItem({ id: "2" })];
  const heading = exportRow(aWorkItem({ id: "group" }), { heading: true });
  const rows = [heading, ...items.map((item) => exportRow(item, { level: 3 }))].toReversed();
  const { records } = await read(exportSource(items, { rows }));
  expect(records.map(({ Id, Level }) => [Id, Level])).toEqual([
    ["2", "3"],
    ["1", "3"],
  ]);
});

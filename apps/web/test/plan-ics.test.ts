import type { WorkItem } from "@gantry/api-contract";
import { aWorkItem } from "@gantry/testkit";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { exportRow, exportSource } from "./export-source.ts";
import { en } from "../src/i18n/en/index.ts";
import type { ExportSource } from "../src/features/export/export-source.ts";
import { makeIcs } from "../src/features/export/plan-ics.ts";

const MADE_AT = Date.UTC(2026, 10, 22, 7, 41);

async function read(items: readonly WorkItem[], changes: Partial<ExportSource> = {}) {
  const options = { words: en, madeAt: MADE_AT, onProgress: () => Promise.resolve() };
  const text = await (await makeIcs(exportSource(items, changes), options)).text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { text, events: calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one)) };
}

test("an event is whole days: it starts on the item's first day and ends before the day after its last", async () => {
  const { events } = await read([aWorkItem({ start: "2026-11-30", end: "2026-12-31" })]);
  const [event] = events;
  expect([event?.startDate.isDate, String(event?.startDate), String(event?.endDate)]).toEqual([
    true,
    "2026-11-30",
    "2027-01-01",
  ]);
});

test("an item keeps its event, and says with every change that it is newer", async () => {
  const before = aWorkItem({ id: "9007199254740993217" });
  const after = { ...before, title: "Renamed", updatedAt: (before.updatedAt ?? 0) + 60_000 };
  const [old, renamed] = [(await read([before])).events[0], (await read([after])).events[0]];
  expect(renamed?.uid).toBe(old?.uid);
  expect(old?.uid).toContain("9007199254740993217@");
  expect(renamed?.sequence).toBe((old?.sequence ?? 0) + 60);
  expect(String(renamed?.component.getFirstPropertyValue("last-modified"))).toBe("2026-11-18T00:01:00Z");
  expect(String(renamed?.component.getFirstPropertyValue("dtstamp"))).toBe("2026-11-22T07:41:00Z");
});

test("titles with separators, line breaks, backslashes, emoji and Chinese come back as they were", async () => {
  const titles = ["a;b,c\\n", "BEGIN:VEVENT", "上线 🚀 检查清单：第一步，然后第二步；最后".repeat(6), 'x"y:z'];
  const { events, text } = await read(titles.map((title, index) => aWorkItem({ id: `${index}`, title })));
  expect(events.map(({ summary }) => summary)).toEqual(titles);
  for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(text).not.toMatch(/[^\r]\n/);
});

test("a line break in a title adds no line of its own", async () => {
  const { events, text } = await read([aWorkItem({ title: "one\r\nATTACH:https://example.org\u0007" })]);
  expect(events[0]?.summary).toBe("one\nATTACH:https://example.org");
  expect(text).not.toMatch(/^ATTACH/m);
});

test("one missing date makes one day, inverted dates the days between, no date no event", async () => {
  const { events } = await read([
    aWorkItem({ id: "1", end: null }),
    aWorkItem({ id: "2", start: "2026-12-04", end: "2026-12-01" }),
    aWorkItem({ id: "3", start: null, end: null }),
    aWorkItem({ id: "4", start: "9999-12-30", end: "9999-12-31" }),
  ]);
  expect(events.map(({ startDate, endDate }) => `${String(startDate)} ${String(endDate)}`)).toEqual([
    "2026-11-16 2026-11-17",
    "2026-12-01 2026-12-05",
    expect.stringMatching(/^9999-12-30 /),
  ]);
});

test("parents and headings are no events: they only sum up what follows", async () => {
  const [parent, child] = [aWorkItem({ id: "1" }), aWorkItem({ id: "2" })];
  const rows = [
    exportRow(aWorkItem({ id: "group" }), { heading: true, shape: "summary" }),
    exportRow(parent, { shape: "summary" }),
    exportRow(child),
  ];
  const { events } = await read([parent, child], { rows });
  expect(events.map(({ uid }) => uid.split("@")[0])).toEqual(["2"]);
});

import { aWorkItem } from "@gantry/testkit";
import { expect, test } from "vitest";
import { exportSource } from "./export-source.ts";
import { en } from "../src/i18n/en/index.ts";
import { formatOf } from "../src/i18n/format.ts";
import { DEFAULT_CHOICE, type ExportChoice } from "../src/features/export/export-choice.ts";
import { forecast } from "../src/features/export/forecast.ts";
import { spanOf } from "../src/features/export/lay-out.ts";

function foretell(
  count: number,
  choice: Partial<ExportChoice>,
  days: { start: "2026-11-16"; end: string } | null = null,
) {
  const dates = days === null ? {} : { start: days.start, end: days.end as "2030-01-01" };
  const items = Array.from({ length: count }, (_, index) => aWorkItem({ id: `${index}`, ...dates }));
  const source = exportSource(items);
  const input = { choice: { ...DEFAULT_CHOICE, ...choice }, span: spanOf(source), words: en, format: formatOf("en") };
  return forecast(source, input);
}

test("says rows and pages before anything is made", () => {
  expect(foretell(84, { paper: "a4" }).text).toMatch(/^84 rows, 4 pages \(1 across, 4 down\), about \d+ KB$/);
  expect(foretell(84, { paper: "a0" }).text).toMatch(/^84 rows, 1 page, about \d+ KB$/);
});

test("says when one picture would be too large, and refuses what no browser could hold", () => {
  expect(foretell(50, { format: "png" }).text).toContain("one picture of ");
  expect(foretell(3_000, { format: "png" })).toMatchObject({
    text: expect.stringMatching(/\d+ numbered pictures in a ZIP/),
    refusal: null,
  });
  const years = foretell(10_000, { format: "png", time: "day" }, { start: "2026-11-16", end: "2030-01-01" });
  expect(years.refusal).toMatch(/too much for pictures/);
});

test("refuses thousands of pages, and one page wide is the way out", () => {
  const days = { start: "2026-11-16", end: "2036-01-01" } as const;
  expect(foretell(3_000, { paper: "a4", time: "day" }, days).refusal).toMatch(/more than 3,000 pages/);
  expect(foretell(3_000, { paper: "a4", time: "fit" }, days).refusal).toBeNull();
});

test("counts events, not rows, for a calendar, and refuses an empty plan", () => {
  expect(foretell(3, { format: "ics" }).text).toMatch(/^3 events/);
  for (const format of ["pdf", "csv", "ics"] as const)
    expect(foretell(0, { format }).refusal).toBe("There is no row to export.");
});

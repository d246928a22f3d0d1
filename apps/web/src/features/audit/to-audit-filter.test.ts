import { expect, test } from "vitest";
import { toAuditFilter } from "./to-audit-filter.ts";

test("both days of a span are whole days of the reader's clock", () => {
  const { from, until } = toAuditFilter({ from: "2026-11-22", until: "2026-11-22" });
  expect(Number(until) - Number(from)).toBe(24 * 60 * 60_000);
  expect(new Date(Number(from)).toTimeString()).toMatch(/^00:00:00/);
});

test("what the address does not name is not asked for", () => {
  expect(Object.values(toAuditFilter({})).filter((value) => value !== undefined)).toEqual([]);
});

import { expect, test } from "vitest";
import { en } from "../../i18n/en/index.ts";
import { formatOf } from "../../i18n/format.ts";
import { zhCN } from "../../i18n/zh-CN/index.ts";
import { sayDates } from "./say-finding.ts";

test("dates tell the year only where it changes, and a date alone stays on its side", () => {
  const said = { words: en, format: formatOf("en"), today: "2026-11-22" } as const;
  expect(sayDates({ start: "2026-12-01", end: "2026-12-07" }, said)).toBe("1 Dec – 7 Dec");
  expect(sayDates({ start: "2026-12-31", end: "2027-01-05" }, said)).toBe("31 Dec – 5 Jan 2027");
  expect(sayDates({ start: "2027-01-01", end: "2027-01-08" }, said)).toBe("1 Jan 2027 – 8 Jan");
  expect(sayDates({ start: null, end: "2027-01-08" }, said)).toBe("– 8 Jan 2027");
  expect(sayDates({ start: null, end: null }, { ...said, words: zhCN })).toBe("无日期");
});

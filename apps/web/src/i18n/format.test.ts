import { describe, expect, it } from "vitest";
import { formatOf } from "./format.ts";
import { zhCN } from "./zh-CN/index.ts";

describe("formats", () => {
  it("write days short, with the year only where it is another one", () => {
    const en = formatOf("en");
    expect(en.day("2026-05-06", { near: "2026-11-22" })).toBe("6 May");
    expect(en.day("2027-05-06", { near: "2026-11-22" })).toBe("6 May 2027");
    expect(en.weekday("2026-04-22")).toBe("Wed 22 Apr");
    expect(formatOf("zh-CN").day("2026-04-22")).toBe("4月22日");
  });

  it("do not move a day by the reader's time zone", () => {
    for (const day of ["2026-03-29", "2026-10-25", "2026-12-31"] as const) {
      expect(formatOf("en").day(day)).toMatch(new RegExp(`^${Number(day.slice(8))} `));
    }
  });

  it("say an age in its largest unit, with a space between digits and Han", () => {
    const now = Date.parse("2026-11-22T12:00:00Z");
    expect(formatOf("en").ago(now - 20_000, { now })).toBe("20 sec ago");
    expect(formatOf("zh-CN").ago(now - 7_200_000, { now })).toBe("2 小时前");
    expect(formatOf("en").ago(now + 5_000, { now })).toBe("just now");
    expect(formatOf("zh-CN").ago(now - 900, { now })).toBe("刚刚");
    expect(zhCN.common.readAgo(formatOf("zh-CN").ago(now, { now }))).toBe("刚刚读取");
    expect(formatOf("en").shortAgo(now - 840_000, { now })).toBe("14m");
  });
});

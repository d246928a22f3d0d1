import { expect, test } from "vitest";
import { en } from "./en/index.ts";
import { sayDuration } from "./say-duration.ts";
import { zhCN } from "./zh-CN/index.ts";

test.each([
  [0, "1 s"],
  [8_400, "8 s"],
  [41_000, "40 s"],
  [88_000, "90 s"],
  [180_000, "3 min"],
  [3_599_000, "1 h"],
  [4_810_000, "1 h 20 min"],
])("%i ms are %s", (durationMs, said) => {
  expect(sayDuration(durationMs, { words: en })).toBe(said);
});

test("Chinese units stand apart from their digits", () => {
  expect(sayDuration(4_810_000, { words: zhCN })).toBe("1 小时 20 分钟");
});

import { expect, test } from "vitest";
import { toFileName } from "./file-name.ts";

const nameOf = (name: string) => toFileName({ name, day: "2026-11-22", ending: "pdf", fallback: "Plan" });

test("a plan's name stays readable, Chinese and all", () => {
  expect(nameOf("Release 4.2 发布计划")).toBe("Release 4.2 发布计划 2026-11-22.pdf");
});

test.each([
  ["../../etc/passwd", "etc passwd 2026-11-22.pdf"],
  ['a<b>:"c|d?e*', "a b c d e 2026-11-22.pdf"],
  ["exe\u202Efdp.\u0000txt", "exe fdp. txt 2026-11-22.pdf"],
  ["...", "Plan 2026-11-22.pdf"],
  ["  ", "Plan 2026-11-22.pdf"],
  ["NUL", "Plan 2026-11-22.pdf"],
  ["line\nbreak", "line break 2026-11-22.pdf"],
])("%j can neither leave its folder nor lie about what it is", (name, expected) => {
  expect(nameOf(name)).toBe(expected);
});

test("a long name is cut between characters", () => {
  const name = nameOf("🚀".repeat(300));
  expect(name).toMatch(/^(?:🚀)+ /u);
  expect(Array.from(name)).toHaveLength(80 + " 2026-11-22.pdf".length);
});

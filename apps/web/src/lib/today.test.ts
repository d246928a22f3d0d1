import { expect, it } from "vitest";
import { planDayOf } from "./today.ts";

it("changes the plan day at midnight of UTC+8, whatever zone the reader is in", () => {
  expect(planDayOf(Date.parse("2026-11-22T15:59:59.999Z"))).toBe("2026-11-22");
  expect(planDayOf(Date.parse("2026-11-22T16:00:00Z"))).toBe("2026-11-23");
});

import { toDayNumber, toIsoDate } from "@gantry/schedule";
import { expect, test } from "vitest";
import { posterPlan, posterRows } from "../../test/support/poster-plan.ts";
import type { GanttScale } from "../types.ts";
import { posterDaysOff } from "./poster-days-off.ts";

const SCALES: GanttScale[] = ["day", "week", "month", "quarter", "year"];

test.each(SCALES)("both rows of the header cover every day of the axis at %s scale, without gap", (scale) => {
  const { data, layout } = posterPlan(posterRows(40), { sheet: null, scale });
  for (const tier of [data.head.upper, data.head.lower]) {
    expect(tier[0]?.day).toBeLessThanOrEqual(layout.axis.originDay);
    expect(tier.at(-1)?.endDay).toBeGreaterThanOrEqual(layout.axis.endDay);
    tier.slice(1).forEach((cell, index) => expect(cell.day).toBe(tier[index]?.endDay));
  }
});

test("neighbouring days off of one kind are one run, of two kinds two", () => {
  const { layout } = posterPlan(posterRows(40), { sheet: null, scale: "week" });
  const kinds = { "2026-11-21": "weekend", "2026-11-22": "weekend", "2026-11-23": "holiday" } as const;
  const isOff = (day: string): day is keyof typeof kinds => day in kinds;
  const runs = posterDaysOff(layout, (day) => (isOff(day) ? kinds[day] : "working"));
  expect(runs.map(({ from, to, kind }) => [toIsoDate(from), toIsoDate(to), kind])).toEqual([
    ["2026-11-21", "2026-11-22", "weekend"],
    ["2026-11-23", "2026-11-23", "holiday"],
  ]);
  expect(layout.axis.originDay).toBeLessThan(toDayNumber("2026-11-21"));
});

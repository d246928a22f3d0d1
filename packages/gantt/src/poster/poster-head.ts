import { toIsoDate, type DayNumber } from "@gantry/schedule";
import { type CalendarUnit, startOfNextUnit, unitStarts } from "../model/calendar.ts";
import { SCALE_SHAPES } from "../model/scale.ts";
import type { GanttWords } from "../words.ts";
import type { PosterLayout } from "./layout.ts";
import type { PosterData, PosterHeadCell } from "./poster-data.ts";

type HeadWords = Pick<GanttWords, "month" | "year" | "quarter" | "week" | "shortDay" | "dayOfMonth">;

/** The texts of a layout's time header; each with a shorter one, for units that are drawn narrow. */
export function posterHead({ axis, scale }: PosterLayout, words: HeadWords): PosterData["head"] {
  const { upper, lower } = SCALE_SHAPES[scale];
  const range = { from: axis.originDay, to: axis.endDay - 1 };
  const cells = (unit: CalendarUnit, isLower: boolean) =>
    unitStarts(unit, range).map((day): PosterHeadCell => {
      const isWeek = isLower && unit === "week";
      return {
        day,
        endDay: startOfNextUnit(day, unit),
        texts: textsOf(words, { day, unit }),
        note: isWeek ? words.week(toIsoDate(day)) : "",
      };
    });
  return { upper: cells(upper, false), lower: cells(lower, true) };
}

function textsOf(words: HeadWords, { day, unit }: { day: DayNumber; unit: CalendarUnit }): string[] {
  const iso = toIsoDate(day);
  const month = Number(iso.slice(5, 7));
  if (unit === "day") return [words.dayOfMonth(iso)];
  if (unit === "week") return [words.shortDay(iso), words.dayOfMonth(iso)];
  if (unit === "month") return [words.month(iso), String(month)];
  if (unit === "quarter") return [words.quarter(iso), String(Math.ceil(month / 3))];
  return [words.year(iso)];
}

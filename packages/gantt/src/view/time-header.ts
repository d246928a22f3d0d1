import { toDayNumber, toIsoDate, type DayNumber } from "@gantry/schedule";
import { todayOf, type Chart } from "../chart.ts";
import { unitStarts, startOfNextUnit, type CalendarUnit } from "../model/calendar.ts";
import { SCALE_SHAPES } from "../model/scale.ts";
import { dayToX, type DayRange } from "../model/time-axis.ts";
import type { GanttSprintBand } from "../types.ts";
import type { GanttWords } from "../words.ts";
import { htmlElement, placeHorizontally } from "./dom.ts";
import { createKeyedElements } from "./keyed-elements.ts";
import { fitText } from "./text-measure.ts";

/** Zoomed out, a cut text says less than none: the row above names the year. */
const LEAST_WEEK_NUMBER_PX = 80;
const LEAST_UNIT_TEXT_PX = 52;
const LEAST_SPRINT_PX = 4;
const SPRINT_PADDING_PX = 12;

/** The header cells of the drawn days: dates in two rows, sprints in the third, today's date on top. */
export type TimeHeader = {
  paint: (range: DayRange) => void;
  clear: () => void;
  showDropDay: (day: DayNumber | null) => void;
};

export function createTimeHeader(chart: Chart): TimeHeader {
  const { timeHead } = chart.frame;
  const { fontFamily } = getComputedStyle(chart.frame.root);
  const unitOf = (row: "upper" | "lower") => SCALE_SHAPES[chart.options.scale][row];
  const upper = createKeyedElements<DayNumber>(timeHead, (day) =>
    createUpperCell(chart, { day, unit: unitOf("upper") }),
  );
  const lower = createKeyedElements<DayNumber>(timeHead, (day) =>
    createLowerCell(chart, { day, unit: unitOf("lower") }),
  );
  const sprints = createKeyedElements<GanttSprintBand>(timeHead, (sprint) =>
    createSprint(chart, { ...sprint, fontFamily }),
  );
  const today = createKeyedElements<DayNumber>(timeHead, () => createTodayTag(chart));
  const drop = createKeyedElements<DayNumber>(timeHead, (day) => createDropTag(chart, day));
  return {
    paint: (range) => {
      upper.show(unitStarts(unitOf("upper"), range));
      lower.show(unitStarts(unitOf("lower"), range));
      sprints.show(
        chart.options.sprints.filter(
          ({ start, end }) => toDayNumber(start) <= range.to && toDayNumber(end) >= range.from,
        ),
      );
      today.show([todayOf(chart)]);
    },
    clear: () => {
      for (const cells of [upper, lower, sprints, today, drop]) cells.clear();
    },
    showDropDay: (day) => drop.show(day === null ? [] : [day]),
  };
}

type CellInput = { day: DayNumber; unit: CalendarUnit };

function createUpperCell(chart: Chart, { day, unit }: CellInput): HTMLElement {
  const cell = createCell(chart, { day, unit, className: "g-gantt-upper" });
  htmlElement("span", "g-gantt-sticky", cell).textContent = unitText(chart.options.words, { day, unit });
  return cell;
}

function createLowerCell(chart: Chart, { day, unit }: CellInput): HTMLElement {
  const { words, scale } = chart.options;
  const cell = createCell(chart, { day, unit, className: "g-gantt-lower" });
  const width = (startOfNextUnit(day, unit) - day) * chart.axis.pxPerDay;
  cell.dataset["unit"] = unit;
  if (unit === "week") {
    cell.textContent = words.shortDay(toIsoDate(day));
    if (width >= LEAST_WEEK_NUMBER_PX)
      htmlElement("span", "g-gantt-lower-week", cell).textContent = words.week(toIsoDate(day));
  } else if (unit === "day" || width >= LEAST_UNIT_TEXT_PX) cell.textContent = unitText(words, { day, unit });
  if (scale === "day") cell.classList.toggle("is-off", chart.options.dayKind(toIsoDate(day)) !== "working");
  return cell;
}

function createCell(chart: Chart, { day, unit, className }: CellInput & { className: string }): HTMLElement {
  const cell = htmlElement("div", className);
  const left = dayToX(chart.axis, day);
  placeHorizontally(cell, { left, width: dayToX(chart.axis, startOfNextUnit(day, unit)) - left });
  return cell;
}

function createSprint(
  chart: Chart,
  { name, start, end, current, fontFamily }: GanttSprintBand & { fontFamily: string },
): HTMLElement | null {
  const left = dayToX(chart.axis, toDayNumber(start));
  const width = dayToX(chart.axis, toDayNumber(end) + 1) - left - 3;
  if (width < LEAST_SPRINT_PX) return null;
  const strip = htmlElement("div", "g-gantt-sprint");
  strip.classList.toggle("is-current", current);
  placeHorizontally(strip, { left: left + 1, width });
  const text = sprintText(name, {
    roomPx: width - SPRINT_PADDING_PX,
    font: `${current ? 600 : 400} 11px ${fontFamily}`,
  });
  if (text !== "") htmlElement("span", "g-gantt-sticky", strip).textContent = text;
  return strip;
}

/** The name, its last word (mostly the number) where there is no room for more, or nothing. */
function sprintText(name: string, { roomPx, font }: { roomPx: number; font: string }): string {
  const texts = [name, name.split(" ").at(-1) ?? ""];
  return texts.find((text) => fitText(text, { most: Number.POSITIVE_INFINITY, font }).width <= roomPx) ?? "";
}

function unitText(words: GanttWords, { day, unit }: CellInput): string {
  const iso = toIsoDate(day);
  if (unit === "day") return words.dayOfMonth(iso);
  if (unit === "week") return words.week(iso);
  if (unit === "month") return words.month(iso);
  return unit === "quarter" ? words.quarter(iso) : words.year(iso);
}

function createTodayTag(chart: Chart): HTMLElement {
  const { words, today } = chart.options;
  const left = dayToX(chart.axis, todayOf(chart)) + chart.axis.pxPerDay / 2;
  return createTag("g-gantt-today-tag", { left, text: `${words.today} ${words.dayOfMonth(today)}` });
}

function createDropTag(chart: Chart, day: DayNumber): HTMLElement {
  return createTag("g-gantt-drop-tag", {
    left: dayToX(chart.axis, day),
    text: chart.options.words.shortDay(toIsoDate(day)),
  });
}

function createTag(className: string, { left, text }: { left: number; text: string }): HTMLElement {
  const tag = htmlElement("div", `g-gantt-tag ${className}`);
  placeHorizontally(tag, { left });
  tag.textContent = text;
  return tag;
}

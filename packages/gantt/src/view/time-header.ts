import { toDayNumber, toIsoDate, type DayNumber } from "@gantry/schedule";
import { todayOf, type Chart } from "../chart.ts";
import { unitStarts, startOfNextUnit, type CalendarUnit } from "../model/calendar.ts";
import { SCALE_SHAPES } from "../model/scale.ts";
import { dayToX, type DayRange } from "../model/time-axis.ts";
import type { GanttWords } from "../words.ts";
import { htmlElement, placeHorizontally } from "./dom.ts";

const LEAST_SPRINT_NAME_PX = 44;

/** The header cells of the days in a range: dates in two rows, sprints in the third, today's date on top. */
export function drawTimeHeader(chart: Chart, { range, dropDay }: { range: DayRange; dropDay: DayNumber | null }): void {
  const { timeHead } = chart.frame;
  const { upper, lower } = SCALE_SHAPES[chart.options.scale];
  const row = document.createDocumentFragment();
  for (const day of unitStarts(upper, range)) row.append(createUpperCell(chart, { day, unit: upper }));
  for (const day of unitStarts(lower, range)) row.append(createLowerCell(chart, { day, unit: lower }));
  for (const sprint of chart.options.sprints) {
    const start = toDayNumber(sprint.start);
    const end = toDayNumber(sprint.end);
    if (start > range.to || end < range.from) continue;
    const width = (end - start + 1) * chart.axis.pxPerDay - 3;
    if (width < 4) continue;
    const strip = htmlElement("div", "g-gantt-sprint");
    strip.classList.toggle("is-current", sprint.current);
    placeHorizontally(strip, { left: dayToX(chart.axis, start) + 1, width });
    if (width >= LEAST_SPRINT_NAME_PX) htmlElement("span", "g-gantt-sticky", strip).textContent = sprint.name;
    row.append(strip);
  }
  row.append(createTodayTag(chart));
  if (dropDay !== null)
    row.append(
      createTag(chart, {
        day: dropDay,
        className: "g-gantt-drop-tag",
        text: chart.options.words.shortDay(toIsoDate(dropDay)),
        atStart: true,
      }),
    );
  timeHead.replaceChildren(row);
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
  cell.dataset["unit"] = unit;
  if (unit === "week") {
    htmlElement("span", "g-gantt-lower-day", cell).textContent = words.shortDay(toIsoDate(day));
    htmlElement("span", "g-gantt-lower-week", cell).textContent = words.week(toIsoDate(day));
  } else htmlElement("span", "", cell).textContent = unitText(words, { day, unit });
  if (scale === "day") cell.classList.toggle("is-off", chart.options.dayKind(toIsoDate(day)) !== "working");
  return cell;
}

function createCell(chart: Chart, { day, unit, className }: CellInput & { className: string }): HTMLElement {
  const cell = htmlElement("div", className);
  const days = startOfNextUnit(day, unit) - day;
  placeHorizontally(cell, { left: dayToX(chart.axis, day), width: days * chart.axis.pxPerDay });
  return cell;
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
  return createTag(chart, {
    day: todayOf(chart),
    className: "g-gantt-today-tag",
    text: `${words.today} ${words.dayOfMonth(today)}`,
    atStart: false,
  });
}

function createTag(
  chart: Chart,
  { day, className, text, atStart }: { day: DayNumber; className: string; text: string; atStart: boolean },
): HTMLElement {
  const tag = htmlElement("div", `g-gantt-tag ${className}`);
  placeHorizontally(tag, { left: dayToX(chart.axis, day) + (atStart ? 0 : chart.axis.pxPerDay / 2) });
  tag.textContent = text;
  return tag;
}

import "./bare-rows.css";
import { toDayNumber, toIsoDate } from "@gantry/schedule";
import { GRID_WIDTH_PX, PX_PER_DAY, ROW_HEIGHT_PX } from "../bench-chart.ts";
import { publishChart } from "../page.ts";
import { FIRST_DAY, LAST_DAY, TODAY, type PlanItem } from "../plan-data.ts";

const HEADER_PX = 72;
const SVG = "http://www.w3.org/2000/svg";
const origin = toDayNumber(FIRST_DAY);
const lastDay = toDayNumber(LAST_DAY);

type Plan = { items: readonly PlanItem[]; pxPerDay: number; daysPerCell: number };

/**
 * The floor: a scroller of the same size with what ours shows of the rows in view (cells with icon, disc and meter, a bar
 * with its done part and title) and of the days above them, as plain elements made one after the other. Nothing else: no
 * row, link or day that is out of view, no gesture, no role, no state.
 */
publishChart<Plan>({
  bar: ".bar",
  prepare: ({ items }, scale) => ({
    items,
    pxPerDay: PX_PER_DAY[scale],
    daysPerCell: { day: 1, week: 7, month: 30 }[scale],
  }),
  open: (host, plan) => {
    const scroller = box("scroller", host);
    const canvas = box("canvas", scroller);
    canvas.style.width = `${GRID_WIDTH_PX + (lastDay - origin) * plan.pxPerDay}px`;
    canvas.style.height = `${HEADER_PX + plan.items.length * ROW_HEIGHT_PX}px`;
    scroller.scrollLeft = (toDayNumber(TODAY) - origin) * plan.pxPerDay - 500;
    const draw = () => {
      const drawn = document.createDocumentFragment();
      drawDays(drawn, { scroller, plan });
      drawRows(drawn, { scroller, plan });
      canvas.replaceChildren(drawn);
    };
    draw();
    scroller.addEventListener("scroll", draw);
    return { scroller: () => scroller, close: () => scroller.remove() };
  },
});

type Drawing = { scroller: HTMLElement; plan: Plan };

function drawDays(parent: ParentNode, { scroller, plan: { pxPerDay, daysPerCell } }: Drawing): void {
  const { scrollLeft, scrollTop, clientWidth } = scroller;
  const width = daysPerCell * pxPerDay;
  const firstDay = Math.floor(scrollLeft / pxPerDay / daysPerCell) * daysPerCell;
  const endDay = Math.ceil((scrollLeft + clientWidth - GRID_WIDTH_PX) / pxPerDay);
  for (let day = firstDay; day < endDay; day += daysPerCell) {
    const x = GRID_WIDTH_PX + day * pxPerDay;
    place(box("line", parent), { x, y: 0, width: 1 });
    const head = box("head", parent, toIsoDate(origin + day).slice(5));
    place(head, { x, y: scrollTop + HEADER_PX - 24, width });
  }
}

function drawRows(parent: ParentNode, { scroller, plan: { items, pxPerDay } }: Drawing): void {
  const { scrollLeft, scrollTop, clientHeight } = scroller;
  const firstRow = Math.floor(scrollTop / ROW_HEIGHT_PX);
  const endRow = Math.min(items.length, Math.ceil((scrollTop + clientHeight - HEADER_PX) / ROW_HEIGHT_PX));
  for (let index = firstRow; index < endRow; index += 1) {
    const item = items[index];
    if (!item) continue;
    const y = HEADER_PX + index * ROW_HEIGHT_PX;
    const row = box("row", parent);
    place(row, { x: scrollLeft, y, width: GRID_WIDTH_PX });
    const title = box("cell", row);
    icon(title);
    box("text", title, item.title);
    box("disc", box("cell", row), item.person);
    icon(box("cell", row));
    box("cell", row, item.start.slice(5));
    box("cell", row, item.end.slice(5));
    const done = box("cell", row);
    box("meter", box("meter", done)).style.width = `${item.progress}%`;
    box("text", done, `${item.progress}%`);
    const start = toDayNumber(item.start) - origin;
    const days = toDayNumber(item.end) - toDayNumber(item.start) + 1;
    const bar = box("bar", parent);
    place(bar, { x: GRID_WIDTH_PX + start * pxPerDay, y: y + 6, width: days * pxPerDay });
    box("done", bar).style.width = `${item.progress}%`;
    box("label", bar, item.title);
  }
}

function box(className: string, parent: ParentNode, text = ""): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  element.textContent = text;
  parent.append(element);
  return element;
}

function icon(parent: ParentNode): void {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("width", "16");
  svg.setAttribute("height", "16");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", "#icon-task");
  svg.append(use);
  parent.append(svg);
}

function place(element: HTMLElement, { x, y, width }: { x: number; y: number; width: number }): void {
  element.style.transform = `translate(${x}px, ${y}px)`;
  element.style.width = `${width}px`;
}

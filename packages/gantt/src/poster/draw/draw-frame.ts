import { drawFitted, fitText } from "../fit-text.ts";
import { FOOT_STRIP, TITLE_STRIP } from "../layout.ts";
import { CATEGORY_INK, INK } from "../palette.ts";
import { hatch } from "./draw-backdrop.ts";
import type { Scene } from "./scene.ts";

const SIZE = 9.5;
const SWATCH = 12;
const GAP = 14;

/** Above the chart on every page: the plan's name, what it holds, the day of the export. */
export function drawTitleStrip({ surface, data, layout }: Scene): void {
  const { margin, width } = layout.page;
  const right = width - margin;
  const dateWidth = surface.measure(data.madeOn, { size: SIZE });
  surface.text(data.madeOn, { x: right, y: margin + 16, size: SIZE, fill: INK.muted, anchor: "end" });
  const most = right - margin - dateWidth - 24;
  drawFitted(surface, { text: data.title, x: margin, y: margin + 16, most, size: 16, bold: true, fill: INK.text });
  drawFitted(surface, {
    text: data.subtitle,
    x: margin,
    y: margin + 31,
    most: right - margin,
    size: SIZE,
    fill: INK.muted,
  });
}

/** Below it: what colours and marks mean, and which page this is. */
export function drawFoot(scene: Scene, pageText: string): void {
  const { surface, layout } = scene;
  const { margin, width, height } = layout.page;
  const right = width - margin;
  const y = height - margin - FOOT_STRIP / 2 + 5;
  const pageWidth = pageText === "" ? 0 : surface.measure(pageText, { size: SIZE }) + 24;
  if (pageText !== "") surface.text(pageText, { x: right, y, size: SIZE, fill: INK.muted, anchor: "end" });
  let x = margin;
  for (const { name, draw } of marksOf(scene)) {
    const room = right - pageWidth - x - SWATCH - 5;
    const { width: nameWidth } = fitText(surface, { text: name, most: 160, size: SIZE });
    if (nameWidth > room) break;
    draw(x, y - 8);
    drawFitted(surface, { text: name, x: x + SWATCH + 5, y, most: 160, size: SIZE, fill: INK.muted });
    x += SWATCH + 5 + nameWidth + GAP;
  }
  surface.path(`M${margin} ${height - margin - FOOT_STRIP + 2}H${right}`, { stroke: INK.border, strokeWidth: 1 });
  surface.path(`M${margin} ${margin + TITLE_STRIP - 6}H${right}`, { stroke: INK.border, strokeWidth: 1 });
}

type Mark = { name: string; draw: (x: number, y: number) => void };

/** The legend: marks that occur on this plan, then the colours. */
function marksOf({ surface, data }: Scene): Mark[] {
  const box = (x: number, y: number) => ({ x, y, width: SWATCH, height: 9 });
  const marks: Mark[] = [];
  if (data.rows.some((row) => row.overdue))
    marks.push({
      name: data.words.overdue,
      draw: (x, y) => {
        surface.path(hatch(box(x, y), 4), { stroke: INK.danger, strokeWidth: 1 });
        surface.rect(box(x, y), { stroke: INK.danger, strokeWidth: 0.75 });
      },
    });
  if (data.rows.some((row) => row.critical))
    marks.push({
      name: data.words.critical,
      draw: (x, y) =>
        surface.rect(
          { ...box(x + 1, y + 0.5), width: SWATCH - 2, height: 8, corner: 3 },
          { stroke: INK.critical, strokeWidth: 2 },
        ),
    });
  if (data.rows.some((row) => row.baseline !== null))
    marks.push({
      name: data.words.baseline,
      draw: (x, y) => surface.rect({ ...box(x, y + 4), height: 3, corner: 1.5 }, { fill: INK.baseline }),
    });
  const colours = data.legend.map(({ name, category }): Mark => ({
    name,
    draw: (x, y) => {
      const ink = CATEGORY_INK[category];
      surface.rect({ ...box(x, y), corner: 2 }, { fill: ink.done, stroke: ink.line, strokeWidth: 1 });
      surface.rect({ ...box(x, y), width: 3, corner: 1.5 }, { fill: ink.line });
    },
  }));
  return [...marks, ...colours];
}

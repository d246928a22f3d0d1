import { toDayNumber } from "@gantry/schedule";
import { diamondPath, summaryPath } from "../../frappe/bar-shapes.ts";
import type { Box } from "../../model/bar-box.ts";
import { placeLabel } from "../../model/label-placement.ts";
import { dayToX } from "../../model/time-axis.ts";
import type { GanttRow } from "../../types.ts";
import { fitText } from "../fit-text.ts";
import { ROW_HEIGHT } from "../layout.ts";
import { CATEGORY_INK, faded, INK } from "../palette.ts";
import { hatch } from "./draw-backdrop.ts";
import { posterBarBox, type Scene, tailWidth, type Tile } from "./scene.ts";

const LABEL = { size: 10, bold: false } as const;
const LABEL_MOST_PX = 320;
const EDGE_PX = 3;
const TAIL_HATCH_PX = 4;

/** The bars of a page's rows with what belongs to them: baseline, done portion, late tail, outline, label. */
export function drawBar(scene: Scene, { index, tile }: { index: number; tile: Tile }): void {
  const row = scene.rows.at(index);
  if (!row) return;
  drawBaseline(scene, { row, index });
  const box = posterBarBox(scene, index);
  const span = scene.rows.spanOf(index);
  if (!box || !span || box.x > tile.toX) return;
  const { surface } = scene;
  const tint = row.muted ? faded : (colour: string) => colour;
  const tail = tailWidth(scene, index);
  if (box.x + box.width + tail + LABEL_MOST_PX + 16 < tile.fromX) return;
  if (row.shape === "milestone") surface.path(diamondPath(box), { fill: tint(INK.critical) });
  else if (row.shape === "summary") {
    surface.path(summaryPath(box, 100), { fill: tint(INK.baseline) });
    if (row.progress > 0) surface.path(summaryPath(box, row.progress), { fill: tint(INK.summary) });
    if (row.critical) surface.rect({ ...box, height: 1.5 }, { fill: INK.critical });
  } else {
    const ink = CATEGORY_INK[row.category];
    const outline = { fill: tint(ink.soft), stroke: span.inverted ? INK.warning : tint(ink.line), strokeWidth: 1 };
    const dashed = span.inverted || span.open !== "none" ? { ...outline, dash: [3, 2] } : outline;
    surface.rect({ ...inset(box, 0.5), corner: 3 }, dashed);
    const done = ((box.width - 1) * Math.min(100, Math.max(0, row.progress))) / 100;
    if (done > 0) surface.rect({ ...inset(box, 1), width: Math.max(0, done - 1) }, { fill: tint(ink.done) });
    if (span.open !== "start")
      surface.rect({ ...box, width: Math.min(EDGE_PX, box.width), corner: 1.5 }, { fill: tint(ink.line) });
    if (tail >= 3) drawTail(scene, { box, tail, tile });
    if (row.critical) surface.rect({ ...inset(box, -1), corner: 4 }, { stroke: INK.critical, strokeWidth: 2 });
  }
  if (row.shape !== "summary") drawLabel(scene, { row, box, tail, tile });
}

function drawTail(scene: Scene, { box, tail, tile }: { box: Box; tail: number; tile: Tile }): void {
  const left = Math.max(box.x + box.width, tile.fromX - TAIL_HATCH_PX);
  const right = Math.min(box.x + box.width + tail, tile.toX + TAIL_HATCH_PX);
  if (right - left < 1) return;
  const seen = { x: left, y: box.y + 2, width: right - left, height: box.height - 4 };
  scene.surface.rect(seen, { fill: INK.paper });
  scene.surface.path(hatch(seen, TAIL_HATCH_PX), { stroke: INK.danger, strokeWidth: 1 });
  scene.surface.rect(seen, { stroke: INK.danger, strokeWidth: 0.75 });
}

type LabelInput = { row: GanttRow; box: Box; tail: number; tile: Tile };

function drawLabel(scene: Scene, { row, box, tail, tile }: LabelInput): void {
  const { surface } = scene;
  const { shown, unseen, width } = fitText(surface, { text: row.title, most: LABEL_MOST_PX, ...LABEL });
  const label = placeLabel({ shape: row.shape, box, textWidth: width, tailWidth: tail });
  const left = label.anchor === "end" ? label.x - width : label.x;
  if (left > tile.toX || left + width < tile.fromX) return;
  const isInside = label.place === "inside";
  const ink = isInside ? CATEGORY_INK[row.category].text : row.shape === "milestone" ? INK.text : INK.muted;
  surface.text(shown, {
    ...LABEL,
    x: label.x,
    y: box.y + box.height / 2 + LABEL.size * 0.36,
    fill: row.muted ? INK.faint : ink,
    anchor: label.anchor,
    ...(isInside ? {} : { halo: INK.paper }),
    ...(unseen === "" ? {} : { unseen }),
  });
}

/** A grey rule under the bar where the baseline's dates differ; a hollow diamond for one day. */
function drawBaseline({ surface, layout }: Scene, { row, index }: { row: GanttRow; index: number }): void {
  if (row.baseline === null) return;
  const start = toDayNumber(row.baseline.start);
  const days = toDayNumber(row.baseline.end) - start + 1;
  const x = dayToX(layout.axis, start);
  const width = Math.max(2, days * layout.axis.pxPerDay);
  const foot = (index + 1) * ROW_HEIGHT;
  if (row.shape === "milestone") {
    const box = { x: x + layout.axis.pxPerDay / 2 - 5, y: foot - ROW_HEIGHT / 2 - 5, width: 10, height: 10 };
    surface.path(diamondPath(box), { stroke: INK.baseline, strokeWidth: 1.25 });
  } else surface.rect({ x, y: foot - 4, width, height: 3, corner: 1.5 }, { fill: INK.baseline });
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: Math.max(0.5, width - by * 2), height: Math.max(0.5, height - by * 2) };
}

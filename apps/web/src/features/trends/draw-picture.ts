import type { IsoDate } from "@gantry/api-contract";
import type { ChartModel } from "./chart-model.ts";
import { type ChartColour, chartColours, chartDashes } from "./chart-paint.ts";

const PIXEL_RATIO = 2;
const TITLE_PX = 56;
const FOOT_PX = 34;
const FONT = "13px system-ui, sans-serif";
const SMALL_FONT = "11px system-ui, sans-serif";

export type PictureText = {
  title: string;
  /** What is counted, and how sure that is. */
  note: string;
  legend: readonly { text: string; colour: ChartColour; dash: readonly number[] }[];
  day: (day: IsoDate) => string;
  number: (value: number) => string;
};

/** The burn-up as a PNG in the page's colours. Drawn by hand: the page's policy lets no drawing become a picture. */
export async function drawPicture(model: ChartModel, text: PictureText): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = model.width * PIXEL_RATIO;
  canvas.height = (model.height + TITLE_PX + FOOT_PX) * PIXEL_RATIO;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("This browser draws no pictures");
  const style = getComputedStyle(document.documentElement);
  const colour = (name: ChartColour) => style.getPropertyValue(chartColours[name]).trim();
  pen.scale(PIXEL_RATIO, PIXEL_RATIO);
  pen.fillStyle = colour("ground");
  pen.fillRect(0, 0, model.width, model.height + TITLE_PX + FOOT_PX);
  pen.fillStyle = colour("ink");
  pen.font = `600 ${FONT}`;
  pen.fillText(text.title, model.plot.left, 22);
  pen.font = SMALL_FONT;
  drawLegend(pen, { model, text, colour });
  pen.save();
  pen.translate(0, TITLE_PX);
  drawChart(pen, { model, text, colour });
  pen.restore();
  pen.fillStyle = colour("label");
  pen.fillText(text.note, model.plot.left, model.height + TITLE_PX + 16, model.plot.right - model.plot.left);
  return await new Promise((made, failed) =>
    canvas.toBlob(
      (blob) => (blob === null ? failed(new Error("The picture could not be made")) : made(blob)),
      "image/png",
    ),
  );
}

type Drawing = { model: ChartModel; text: PictureText; colour: (name: ChartColour) => string };
type Pen = CanvasRenderingContext2D;

function drawLegend(pen: Pen, { model, text, colour }: Drawing): void {
  let x = model.plot.left;
  for (const entry of text.legend) {
    line(
      pen,
      [
        { x, y: 40 },
        { x: x + 22, y: 40 },
      ],
      { colour: colour(entry.colour), width: entry.colour === "unknown" ? 9 : 2, dash: entry.dash },
    );
    pen.fillStyle = colour("label");
    pen.fillText(entry.text, x + 28, 44);
    x += 44 + pen.measureText(entry.text).width;
  }
}

function drawChart(pen: Pen, { model, text, colour }: Drawing): void {
  const { plot } = model;
  for (const { y, value } of model.rules) {
    line(
      pen,
      [
        { x: plot.left, y },
        { x: plot.right, y },
      ],
      { colour: colour("rule"), width: 1, dash: [] },
    );
    pen.fillStyle = colour("label");
    pen.textAlign = "right";
    pen.fillText(text.number(value), plot.left - 8, y + 4);
  }
  pen.textAlign = "left";
  for (const { x, day } of model.ticks) pen.fillText(text.day(day), x, plot.bottom + 18);
  for (const area of model.unknown) hatch(pen, { area, plot, colour: colour("unknown") });
  line(pen, model.scope, { colour: colour("scope"), width: 1.5, dash: chartDashes.scope });
  line(pen, model.planned, { colour: colour("planned"), width: 1.5, dash: chartDashes.planned });
  for (const part of model.least) line(pen, part, { colour: colour("done"), width: 1, dash: [] });
  for (const part of model.done) line(pen, part, { colour: colour("done"), width: 2.25, dash: [] });
  const today = [
    { x: model.today, y: plot.top },
    { x: model.today, y: plot.bottom },
  ];
  line(pen, today, { colour: colour("today"), width: 1.5, dash: [] });
}

function line(
  pen: Pen,
  spots: ChartModel["scope"],
  { colour, width, dash }: { colour: string; width: number; dash: readonly number[] },
): void {
  pen.beginPath();
  for (const { x, y } of spots) pen.lineTo(x, y);
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.setLineDash([...dash]);
  pen.stroke();
  pen.setLineDash([]);
}

function hatch(
  pen: Pen,
  { area, plot, colour }: { area: ChartModel["scope"]; plot: ChartModel["plot"]; colour: string },
): void {
  pen.save();
  pen.beginPath();
  for (const { x, y } of area) pen.lineTo(x, y);
  pen.closePath();
  pen.clip();
  for (let x = plot.left - plot.bottom; x < plot.right; x += 8)
    line(
      pen,
      [
        { x, y: plot.bottom },
        { x: x + plot.bottom, y: 0 },
      ],
      { colour, width: 1.5, dash: [] },
    );
  pen.restore();
}

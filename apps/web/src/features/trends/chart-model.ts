import type { IsoDate } from "@gantry/api-contract";
import { addDays, daysBetween } from "@gantry/schedule";
import type { TrendSum } from "../../lib/trends.ts";

type Spot = { x: number; y: number };

/** A burn-up as lines and areas in pixels: what the page and the picture draw alike. */
export type ChartModel = {
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  /** Horizontal lines, each with its number. */
  rules: readonly { y: number; value: number }[];
  /** Days named along the foot. */
  ticks: readonly { x: number; day: IsoDate }[];
  scope: readonly Spot[];
  /** In pieces: where nobody knows, there is no line. */
  done: readonly (readonly Spot[])[];
  planned: readonly Spot[];
  /** Between what is done at least and at most, where that is not known. */
  unknown: readonly (readonly Spot[])[];
  /** What is done at least on those days, where anything is known. */
  least: readonly (readonly Spot[])[];
  today: number;
  /** One for each day that is told. */
  spots: readonly { day: IsoDate; x: number; done: number; scope: number }[];
};

const MARGIN = { left: 44, right: 16, top: 12, bottom: 26 };
const RULES = 4;
/** Room for a day's name. */
const TICK_PX = 84;

export function layOutBurnUp(
  { points, planned }: Pick<TrendSum, "points" | "planned">,
  { width, height, until }: { width: number; height: number; until: IsoDate },
): ChartModel {
  const plot = { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom };
  const first = points[0]?.day ?? until;
  const last = points.at(-1)?.day ?? until;
  const span = Math.max(1, daysBetween(first, until));
  const most = Math.max(1, ...points.map(({ scope }) => scope), ...planned.map(({ count }) => count));
  const step = niceStep(most / RULES);
  const top = Math.ceil(most / step) * step;
  const xOf = (day: IsoDate) => plot.left + (daysBetween(first, day) / span) * (plot.right - plot.left);
  const yOf = (value: number) => plot.bottom - (value / top) * (plot.bottom - plot.top);
  const spot = (day: IsoDate, value: number): Spot => ({ x: xOf(day), y: yOf(value) });
  return {
    width,
    height,
    plot,
    rules: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => ({
      y: yOf(index * step),
      value: index * step,
    })),
    ticks: ticksOf(first, { span, count: Math.max(1, Math.floor((plot.right - plot.left) / TICK_PX)), xOf }),
    scope: points.map(({ day, scope }) => spot(day, scope)),
    done: runsOf(points, ({ unknown }) => unknown === 0).map((run) => run.map(({ day, done }) => spot(day, done))),
    planned: toSteps(planned, { until, spot }),
    unknown: runsOf(points, ({ unknown }) => unknown > 0)
      .map((run) => withNeighbours(points, run))
      .map((run) => [
        ...run.map(({ day, done, unknown }) => spot(day, done + unknown)),
        ...run.toReversed().map(({ day, done }) => spot(day, done)),
      ]),
    least: runsOf(points, ({ unknown, scope }) => unknown > 0 && unknown < scope)
      .map((run) => withNeighbours(points, run))
      .map((run) => run.map(({ day, done }) => spot(day, done))),
    today: xOf(last),
    spots: points.map(({ day, done, scope }) => ({ day, x: xOf(day), done: yOf(done), scope: yOf(scope) })),
  };
}

/** 1, 2 or 5 of some power of ten, at least as large; whole, since items are. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? power * 10;
}

/** Stretches of days for which something holds. */
function runsOf<Point>(points: readonly Point[], holds: (point: Point) => boolean): Point[][] {
  const runs: Point[][] = [];
  for (const [index, point] of points.entries()) {
    if (!holds(point)) continue;
    const before = points[index - 1];
    if (before === undefined || !holds(before)) runs.push([point]);
    else runs.at(-1)?.push(point);
  }
  return runs;
}

/** An unknown stretch reaches to the known days beside it. */
function withNeighbours<Point>(points: readonly Point[], run: readonly Point[]): Point[] {
  const from = points.findIndex((point) => point === run[0]);
  return points.slice(Math.max(0, from - 1), from + run.length + 1);
}

/** What is planned rises on the day itself and stays until the next. */
function toSteps(
  planned: TrendSum["planned"],
  { until, spot }: { until: IsoDate; spot: (day: IsoDate, value: number) => Spot },
): Spot[] {
  const spots = planned.flatMap(({ day, count }, index) => {
    const before = planned[index - 1];
    return before === undefined ? [spot(day, count)] : [spot(day, before.count), spot(day, count)];
  });
  const last = planned.at(-1);
  return last === undefined ? [] : [...spots, spot(until, last.count)];
}

function ticksOf(
  first: IsoDate,
  { span, count, xOf }: { span: number; count: number; xOf: (day: IsoDate) => number },
): ChartModel["ticks"] {
  const every = Math.max(1, Math.ceil(span / count / 7) * 7);
  return Array.from({ length: Math.floor(span / every) + 1 }, (_, index) => {
    const day = addDays(first, index * every);
    return { x: xOf(day), day };
  });
}

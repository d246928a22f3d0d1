import type { IsoDate } from "@gantry/api-contract";
import { type KeyboardEvent, type PointerEvent, useId, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { type TrendSum, plannedOn } from "../../lib/trends.ts";
import type { ChartModel } from "./chart-model.ts";
import { chartColours, chartDashes, toPath } from "./chart-paint.ts";

const HATCH_PX = 6;

/** The burn-up as a picture with one stop for Tab: arrows go from day to day, and the line below says what each holds. */
export function BurnUpChart({ model, sum, label }: { model: ChartModel; sum: TrendSum; label: string }) {
  const words = useWords();
  const format = useFormat();
  const { trends: said } = words;
  const hatch = useId();
  const lastIndex = sum.points.length - 1;
  const [picked, setPicked] = useState<number | null>(null);
  const index = Math.min(picked ?? lastIndex, lastIndex);
  const point = sum.points[index];
  const spot = model.spots[index];
  if (point === undefined || spot === undefined) return null;
  const text = said.pointText({
    day: format.longDay(point.day),
    done: point.done,
    unknown: point.unknown,
    scope: point.scope,
    planned: plannedOn(sum.planned, point.day),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, { index, lastIndex });
    if (next === null) return;
    event.preventDefault();
    setPicked(next);
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setPicked(nearest(model, event.clientX - box.left));
  };
  return (
    <figure>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={lastIndex}
        aria-valuenow={index}
        aria-valuetext={text}
        onKeyDown={onKeyDown}
        className="rounded-md focus-visible:outline-2 focus-visible:outline-focus"
      >
        <svg
          width={model.width}
          height={model.height}
          aria-hidden="true"
          className="block max-w-full touch-pan-y"
          onPointerMove={onPointerMove}
          onPointerLeave={() => setPicked(null)}
        >
          <defs>
            <pattern
              id={hatch}
              width={HATCH_PX}
              height={HATCH_PX}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <path d={`M0,0V${HATCH_PX}`} stroke={ink("unknown")} strokeWidth={1.5} />
            </pattern>
          </defs>
          <Axes model={model} sayDay={(day) => format.day(day)} sayNumber={format.number} />
          {model.unknown.map((area, part) => (
            <path key={part} d={`${toPath(area)}Z`} fill={`url(#${hatch})`} stroke={ink("unknown")} strokeWidth={0.5} />
          ))}
          <path
            d={toPath(model.scope)}
            fill="none"
            stroke={ink("scope")}
            strokeWidth={1.5}
            strokeDasharray={chartDashes.scope.join(" ")}
          />
          <path
            d={toPath(model.planned)}
            fill="none"
            stroke={ink("planned")}
            strokeWidth={1.5}
            strokeDasharray={chartDashes.planned.join(" ")}
          />
          {model.least.map((line, part) => (
            <path key={part} d={toPath(line)} fill="none" stroke={ink("done")} strokeWidth={1} />
          ))}
          {model.done.map((line, part) => (
            <path
              key={part}
              d={toPath(line)}
              fill="none"
              stroke={ink("done")}
              strokeWidth={2.25}
              strokeLinejoin="round"
            />
          ))}
          <path d={`M${model.today},${model.plot.top}V${model.plot.bottom}`} stroke={ink("today")} strokeWidth={1.5} />
          <path d={`M${spot.x},${model.plot.top}V${model.plot.bottom}`} stroke={ink("rule")} strokeWidth={1} />
          {point.unknown === 0 && <circle cx={spot.x} cy={spot.done} r={4} fill={ink("done")} />}
          <circle cx={spot.x} cy={spot.scope} r={3} fill={ink("scope")} />
        </svg>
      </div>
      <figcaption className="min-h-5 px-3 pt-1 text-sm tabular-nums">{text}</figcaption>
    </figure>
  );
}

function Axes(props: { model: ChartModel; sayDay: (day: IsoDate) => string; sayNumber: (value: number) => string }) {
  const { plot, rules, ticks } = props.model;
  return (
    <g fontSize={11} fill={ink("label")}>
      {rules.map(({ y, value }) => (
        <g key={value}>
          <path d={`M${plot.left},${y}H${plot.right}`} stroke={ink("rule")} />
          <text x={plot.left - 8} y={y + 4} textAnchor="end">
            {props.sayNumber(value)}
          </text>
        </g>
      ))}
      {ticks.map(({ x, day }) => (
        <text key={day} x={x} y={plot.bottom + 18} textAnchor="start">
          {props.sayDay(day)}
        </text>
      ))}
    </g>
  );
}

function ink(colour: keyof typeof chartColours): string {
  return `var(${chartColours[colour]})`;
}

function nextIndex(key: string, { index, lastIndex }: { index: number; lastIndex: number }): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageUp: 7,
    PageDown: -7,
  };
  if (key === "Home") return 0;
  if (key === "End") return lastIndex;
  const step = steps[key];
  return step === undefined ? null : Math.max(0, Math.min(lastIndex, index + step));
}

function nearest({ spots }: ChartModel, x: number): number {
  return spots.reduce((best, spot, index) => {
    const held = spots[best];
    return held !== undefined && Math.abs(held.x - x) <= Math.abs(spot.x - x) ? best : index;
  }, 0);
}

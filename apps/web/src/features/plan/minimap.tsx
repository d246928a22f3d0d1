import type { IsoDate } from "@gantry/api-contract";
import { daysBetween, toDayNumber, toIsoDate } from "@gantry/schedule";
import { useMemo } from "react";
import { useWords } from "../../i18n/use-words.ts";
import type { PlanRow } from "./plan-rows.ts";

const WIDTH = 1000;
const HEIGHT = 44;
const PAD_DAYS = 7;

export type MinimapProps = {
  rows: readonly PlanRow[];
  span: { start: IsoDate; end: IsoDate };
  today: IsoDate;
  /** Days in view in the chart, if known. */
  inView: { start: IsoDate; end: IsoDate } | null;
  onGoTo: (day: IsoDate) => void;
};

/** The whole plan as one small drawing: its bars, today, and the part in view. A press goes there. */
export function Minimap({ rows, span, today, inView, onGoTo }: MinimapProps) {
  const words = useWords();
  const first = toDayNumber(span.start) - PAD_DAYS;
  const days = daysBetween(span.start, span.end) + 1 + PAD_DAYS * 2;
  const xOf = (day: number) => Math.min(WIDTH, Math.max(0, ((day - first) / days) * WIDTH));
  const bars = useMemo(() => toPath(rows, { first, days }), [rows, first, days]);
  const todayX = xOf(toDayNumber(today));
  return (
    // The keyboard and screen readers have the tree-grid, Today and Fit; this is the mouse's shortcut.
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-11 w-full cursor-pointer"
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onGoTo(toIsoDate(Math.round(first + ((event.clientX - box.left) / box.width) * days)));
      }}
    >
      <title>{words.plan.minimapHint}</title>
      <rect width={WIDTH} height={HEIGHT} fill="transparent" />
      {inView !== null && (
        <rect
          x={xOf(toDayNumber(inView.start))}
          width={Math.max(2, xOf(toDayNumber(inView.end) + 1) - xOf(toDayNumber(inView.start)))}
          y={0.5}
          height={HEIGHT - 1}
          rx={3}
          className="fill-accent-soft stroke-accent-line"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <path d={bars} className="stroke-muted" strokeWidth={1.5} vectorEffect="non-scaling-stroke" />
      <path
        d={`M${todayX} 0V${HEIGHT}`}
        className="stroke-accent"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** All bars as one path of short lines; rows share the height. */
function toPath(rows: readonly PlanRow[], axis: { first: number; days: number }): string {
  const leaves = rows.filter((row) => !row.isParent && row.end !== null);
  const lines = leaves.map((row, index) => {
    const end = toDayNumber(row.end ?? "1970-01-01");
    const start = row.start === null ? end : toDayNumber(row.start);
    const x = (Math.min(start, end) - axis.first) / axis.days;
    const y = 3 + ((HEIGHT - 6) * index) / Math.max(1, leaves.length - 1);
    const width = (Math.abs(end - start) + 1) / axis.days;
    return `M${(x * WIDTH).toFixed(1)} ${y.toFixed(1)}h${(width * WIDTH).toFixed(1)}`;
  });
  return lines.join("");
}

import type { PlanRollUp } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { barOf, monthLines, placeOf, type SpanAxis } from "./span-axis.ts";

const paints = {
  late: { line: "border-danger bg-danger-soft", done: "bg-danger/50" },
  "at-risk": { line: "border-warning bg-warning-soft", done: "bg-warning/50" },
  "on-track": { line: "border-cat-8 bg-cat-8-soft", done: "bg-cat-8/55" },
  stale: { line: "border-cat-8 bg-cat-8-soft", done: "bg-cat-8/55" },
  empty: { line: "border-cat-8 bg-cat-8-soft", done: "bg-cat-8/55" },
} as const;

const asPercent = (share: number) => `${share * 100}%`;

/** First to last day of a plan on the axis that all rows share, filled by what is done. */
export function SpanCell(props: { rollUp: PlanRollUp | null; axis: SpanAxis }) {
  const { rollUp, axis } = props;
  return (
    <div className="relative h-full min-h-6" style={{ background: monthLines(axis) }}>
      {rollUp !== null && <Span rollUp={rollUp} axis={axis} />}
      <span
        aria-hidden="true"
        className="absolute inset-y-0 w-[1.5px] bg-accent"
        style={{ left: asPercent(placeOf(axis, axis.today)) }}
      />
    </div>
  );
}

function Span(props: { rollUp: PlanRollUp; axis: SpanAxis }) {
  const words = useWords();
  const format = useFormat();
  const { rollUp, axis } = props;
  const noteClass = "absolute inset-y-0 flex items-center text-xs text-muted";
  const start = rollUp.start ?? rollUp.end;
  const end = rollUp.end ?? rollUp.start;
  if (start === null || end === null) return <span className={cx(noteClass, "left-2")}>{words.overview.noDates}</span>;
  const near = { near: axis.today };
  const bar = barOf(axis, { start, end });
  if (bar.kind === "before") {
    return <span className={cx(noteClass, "left-2")}>‹ {words.overview.endedBefore(format.day(end, near))}</span>;
  }
  if (bar.kind === "after") {
    return <span className={cx(noteClass, "right-2")}>{words.overview.startsAfter(format.day(start, near))} ›</span>;
  }
  const text = words.overview.span(format.day(start, near), format.day(end, near));
  const paint = paints[rollUp.health];
  return (
    <span
      title={text}
      className={cx(
        "absolute inset-y-0 my-auto h-2.5 border",
        paint.line,
        bar.cutLeft ? "border-l-0" : "rounded-l-xs",
        bar.cutRight ? "border-r-0" : "rounded-r-xs",
      )}
      style={{ left: asPercent(bar.from), width: asPercent(bar.to - bar.from) }}
    >
      <span className="sr-only">{text}</span>
      <span className={cx("block h-full rounded-[inherit]", paint.done)} style={{ width: `${rollUp.progress}%` }} />
    </span>
  );
}

import { useFormat } from "../../i18n/format.ts";
import { placeOf, type SpanAxis } from "./span-axis.ts";

/** Months over the span column, and today's flag. */
export function SpanHeader(props: { axis: SpanAxis }) {
  const format = useFormat();
  const { axis } = props;
  const today = placeOf(axis, axis.today);
  return (
    <div aria-hidden="true" className="relative h-full min-h-6 text-2xs text-muted">
      {axis.months.map((month) => (
        <span
          key={month.day}
          className="absolute inset-y-0 flex items-center border-l border-grid pl-1"
          style={{ left: `${month.at * 100}%` }}
        >
          {isFree(month.at, today) && format.month(month.day)}
        </span>
      ))}
      <span
        className="absolute inset-y-0 my-auto flex h-4 -translate-x-1/2 items-center rounded-xs bg-accent px-1 font-medium whitespace-nowrap text-on-accent"
        style={{ left: `${today * 100}%` }}
      >
        {format.day(axis.today)}
      </span>
    </div>
  );
}

/** Whether a month's name has room beside today's flag; shares of the axis. */
function isFree(month: number, today: number): boolean {
  return month > today + FLAG_HALF || month + NAME_WIDTH < today - FLAG_HALF;
}

const FLAG_HALF = 0.11;
const NAME_WIDTH = 0.12;

import type { IsoDate } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { isoWeekOf } from "./iso-week.ts";
import type { WeekColumn } from "./load-rows.ts";
import { sayColumn } from "./say-load.ts";

/** The weeks over their columns: first day, number and what they hold; a short one is hatched. */
export function LoadHeading(props: {
  columns: readonly WeekColumn[];
  today: IsoDate;
  gridClass: string;
  gridStyle: object;
}) {
  const words = useWords();
  const format = useFormat();
  const { week } = words.team;
  return (
    <div role="row" aria-rowindex={1} className={props.gridClass} style={props.gridStyle}>
      <div role="columnheader" className="flex items-end pb-2 pl-gutter text-xs text-muted">
        {words.team.person}
      </div>
      {props.columns.map((column, index) => {
        const number = week.number(isoWeekOf(column.start));
        const holds = format.number(column.capacity);
        const isPartGone = column.index === 0 && props.today > column.start;
        return (
          <div
            key={column.start}
            role="columnheader"
            aria-label={sayColumn(column, { words, format })}
            className="relative min-w-0 px-2 pt-2.5"
          >
            <p className="flex text-xs font-semibold">
              <span
                className={cx(
                  "truncate rounded-xs",
                  column.index === 0 && "forced-chosen -mx-1 bg-accent px-1 text-on-accent",
                )}
              >
                {format.day(column.start, { near: props.columns[index - 1]?.start ?? props.today })}
              </span>
            </p>
            <p className={cx("truncate text-2xs", column.index === 0 ? "font-medium text-text" : "text-muted")}>
              {(isPartGone ? week.left : week.holds)(number, holds)}
            </p>
            {column.isShort && (
              <span aria-hidden="true" className="load-hatch absolute inset-x-px bottom-0 h-1.5 text-muted" />
            )}
          </div>
        );
      })}
    </div>
  );
}

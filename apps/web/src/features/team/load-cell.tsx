import { memo } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { type Heat, heatOfItems, type RowCell } from "./load-rows.ts";
import { sayCell, sayHours, sayShare } from "./say-load.ts";

/** Grounds by heat; `overClass` adds what tells overload without colour. */
export const heatClasses: Record<Heat, string> = {
  0: "bg-heat-0",
  1: "bg-heat-1",
  2: "bg-heat-2",
  3: "bg-heat-3",
  4: "bg-heat-4",
  over: "bg-heat-over",
  "far-over": "bg-heat-over-2",
};

export type LoadCellProps = {
  cell: RowCell;
  /** Null: nobody's. */
  person: { id: string; name: string } | null;
  /** Where it stands in the grid, from 0. */
  row: number;
  column: number;
  byItems: boolean;
  /** The one cell that Tab reaches. */
  isActive: boolean;
  isOpen: boolean;
  /** Something is dragged over it: whether it may be dropped. */
  drop: "fits" | "refused" | null;
};

/** One person's week: how much, how full, and whether it is too much. */
export const LoadCell = memo(function LoadCell(props: LoadCellProps) {
  const { cell, person, byItems, drop } = props;
  const words = useWords();
  const format = useFormat();
  const isIdle = cell.items === 0;
  const isFree = isIdle && person !== null && cell.week.capacity > 0;
  const heat = byItems && person !== null && cell.tooMany === 0 ? heatOfItems(cell.items) : cell.heat;
  return (
    <div
      role="gridcell"
      tabIndex={props.isActive ? 0 : -1}
      aria-label={sayCell(cell, { person: person?.name ?? null, words, format })}
      aria-selected={props.isOpen}
      data-cell={`${props.row}:${props.column}`}
      data-drop-person={person?.id ?? ""}
      data-drop-week={cell.week.index}
      className={cx(
        "motion-hover relative m-[1.5px] min-w-0 cursor-pointer rounded-xs px-1.5 py-2 select-none focus-inset",
        heatClasses[heat],
        isIdle || person === null ? "text-muted" : "text-on-heat",
        props.isOpen && "forced-chosen outline-2 outline-accent",
        drop === "fits" && "outline-2 outline-accent outline-dashed",
        drop === "refused" && "outline-2 outline-danger outline-dashed",
      )}
    >
      {cell.week.capacity === 0 && isIdle ? (
        <p className="text-xs font-medium">{words.team.cell.off}</p>
      ) : (
        <>
          <p className={cx("truncate text-sm leading-4 font-semibold", cell.tooMany > 0 && "pr-4")}>{first(props)}</p>
          <p className="mt-1 truncate text-2xs tracking-[-0.01em]">{second(props)}</p>
        </>
      )}
      {isFree && <span aria-hidden="true" className="load-dots absolute inset-x-0 bottom-0 h-1.5" />}
      {cell.tooMany > 0 && <Icon name="overload" size={12} className="absolute top-2 right-1.5" />}
      {cell.tooMany > 0 && (
        <span
          aria-hidden="true"
          className={cx("load-hatch absolute inset-x-0 bottom-0 rounded-b-xs", heat === "far-over" ? "h-1.5" : "h-1")}
        />
      )}
    </div>
  );

  function first({ cell: { hours, items, withoutHours } }: LoadCellProps): string {
    if (byItems) return words.team.cell.items(items);
    return items > 0 && items === withoutHours
      ? words.team.cell.noHours
      : words.team.cell.hours(sayHours(hours, format));
  }

  function second({ cell: { hours, items, week, tooMany } }: LoadCellProps): string {
    if (isFree) return words.team.cell.roomFor(sayHours(week.capacity, format));
    if (byItems) return words.team.cell.hours(sayHours(hours, format));
    if (person === null) return words.team.cell.items(items);
    return words.team.cell.share(sayShare({ hours, capacity: week.capacity, tooMany }, format), items);
  }
});

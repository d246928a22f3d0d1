import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { LoadCell } from "./load-cell.tsx";
import type { LoadRow as Row } from "./load-rows.ts";
import { sayHours } from "./say-load.ts";

export type LoadRowProps = {
  row: Row;
  index: number;
  byItems: boolean;
  gridClass: string;
  gridStyle: object;
  activeColumn: number | null;
  openColumn: number | null;
  drop: { week: number; state: "fits" | "refused" } | null;
};

/** One person, or nobody, over the weeks in view. */
export function LoadRow(props: LoadRowProps) {
  const { row, drop } = props;
  const words = useWords();
  const format = useFormat();
  const hours = sayHours(row.hours, format);
  const meta =
    row.person === null
      ? words.team.toHandOut(hours)
      : row.plans === 0
        ? words.team.noWork
        : props.byItems
          ? words.team.itemsMeta(row.plans)
          : words.team.personMeta(hours, row.plans);
  return (
    <div
      role="row"
      aria-rowindex={props.index + 2}
      className={`${props.gridClass} h-(--load-row) border-b border-border`}
      style={props.gridStyle}
    >
      <div role="rowheader" className="flex min-w-0 items-center gap-2.5 pr-2 pl-gutter">
        <span className="inline-flex max-md:hidden">
          <Avatar person={row.person} size="md" />
        </span>
        <div className="min-w-0">
          <p className="truncate font-medium">{row.person?.name ?? words.team.nobody}</p>
          <p className="truncate text-xs text-muted">{meta}</p>
        </div>
      </div>
      {row.cells.map((cell, column) => (
        <LoadCell
          key={cell.week.start}
          cell={cell}
          person={row.person}
          row={props.index}
          column={column}
          byItems={props.byItems}
          isActive={props.activeColumn === column}
          isOpen={props.openColumn === column}
          drop={drop?.week === cell.week.index ? drop.state : null}
        />
      ))}
    </div>
  );
}

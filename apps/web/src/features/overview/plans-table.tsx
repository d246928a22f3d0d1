import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useNow } from "../../lib/clock.ts";
import { useRowWindow } from "../../lib/use-row-window.ts";
import { cx } from "../../ui/class-names.ts";
import { columns } from "./columns.ts";
import type { Sort, SortKey } from "./overview-search.ts";
import { PlanTableRow } from "./plan-table-row.tsx";
import type { PlanRow } from "./plan-rows.ts";
import type { PlanAction } from "./plan-menu.tsx";
import { SortButton } from "./sort-button.tsx";
import type { SpanAxis } from "./span-axis.ts";
import { SpanHeader } from "./span-header.tsx";

const ROW_HEIGHT_PX = 36;

export type PlansTableProps = {
  rows: readonly PlanRow[];
  axis: SpanAxis;
  sort: Sort;
  onSort: (key: SortKey) => void;
  onAction: (action: PlanAction) => void;
};

export function PlansTable(props: PlansTableProps) {
  const words = useWords();
  const now = useNow();
  const format = useFormat();
  const { body, first, last, before, after } = useRowWindow({ count: props.rows.length, rowHeight: ROW_HEIGHT_PX });
  return (
    <table
      aria-label={words.overview.title}
      aria-rowcount={props.rows.length + 1}
      className="w-full table-fixed border-separate border-spacing-0"
    >
      <thead>
        <tr className="h-9">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={
                props.sort.key === column.key ? (props.sort.descending ? "descending" : "ascending") : undefined
              }
              className={cx(
                "sticky top-0 z-(--g-z-header) border-b border-border bg-surface px-1.5 text-xs font-normal text-muted first:pl-gutter",
                column.key === "start" || column.key === "updated" ? "pl-3!" : "",
                column.align === "end" ? "text-right" : "text-left",
                column.className,
              )}
            >
              {column.key === "start" ? (
                <>
                  <span className="sr-only">{words.overview.column.start}</span>
                  <SpanHeader axis={props.axis} />
                </>
              ) : (
                <SortButton column={column} sort={props.sort} onSort={props.onSort} />
              )}
            </th>
          ))}
          <th scope="col" className="sticky top-0 z-(--g-z-header) w-10 border-b border-border bg-surface">
            <span className="sr-only">{words.overview.column.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
        {props.rows.slice(first, last).map((row, index) => (
          <PlanTableRow
            key={row.plan.id}
            row={row}
            rowIndex={first + index + 2}
            axis={props.axis}
            format={format}
            now={now}
            onAction={props.onAction}
          />
        ))}
        {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
      </tbody>
    </table>
  );
}

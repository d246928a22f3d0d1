import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import type { OverviewColumn } from "./columns.ts";
import type { ColumnKey, Sort } from "./overview-search.ts";
import { SortButton } from "./sort-button.tsx";
import type { SpanAxis } from "./span-axis.ts";
import { SpanHeader } from "./span-header.tsx";

export function PlansTableHead(props: {
  columns: readonly OverviewColumn[];
  axis: SpanAxis;
  sort: Sort;
  onSort: (key: ColumnKey) => void;
}) {
  const words = useWords();
  const { columns, sort } = props;
  return (
    <thead>
      <tr className="h-9" aria-rowindex={1}>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={sort.key === column.key ? (sort.descending ? "descending" : "ascending") : undefined}
            className={cx(
              "sticky top-0 z-(--g-z-header) border-b border-border bg-surface px-1.5 text-xs font-normal text-muted first:pl-gutter",
              (column.key === "start" || column.key === "updated") && "pl-3!",
              column.align === "end" ? "text-right" : "text-left",
            )}
          >
            {column.key === "start" ? (
              <>
                <span className="sr-only">{words.overview.column.start}</span>
                <SpanHeader axis={props.axis} />
              </>
            ) : (
              <SortButton column={column} sort={sort} onSort={props.onSort} />
            )}
          </th>
        ))}
        <th scope="col" className="sticky top-0 z-(--g-z-header) border-b border-border bg-surface">
          <span className="sr-only">{words.overview.column.actions}</span>
        </th>
      </tr>
    </thead>
  );
}

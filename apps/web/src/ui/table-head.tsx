import { cx } from "./class-names.ts";

export type TableHeadProps = {
  /** `className` holds the width, and the widths of window in which the column shows. */
  columns: readonly { key: string; name: string; className: string }[];
  /** Of the row. */
  className: string;
};

/** Names of columns that stay in view while the page scrolls. */
export function TableHead({ columns, className }: TableHeadProps) {
  return (
    <thead>
      <tr className={className}>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={cx(
              "sticky top-0 z-(--g-z-header) border-b border-border bg-surface px-1.5 text-left text-xs font-normal text-muted first:pl-gutter last:pr-gutter",
              column.className,
            )}
          >
            {column.name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

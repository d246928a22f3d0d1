import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import type { OverviewColumn } from "./columns.ts";
import type { ColumnKey, Sort } from "./overview-search.ts";

export function SortButton(props: { column: OverviewColumn; sort: Sort; onSort: (key: ColumnKey) => void }) {
  const words = useWords();
  const { column, sort } = props;
  const isSorted = sort.key === column.key;
  return (
    <button
      type="button"
      onClick={() => props.onSort(column.key)}
      className={cx(
        "group focus-inset relative inline-flex h-9 max-w-full items-center gap-1 rounded-sm hover:text-text",
        column.align === "end" && "flex-row-reverse",
        isSorted && "font-medium text-text",
      )}
    >
      <span className="truncate">{words.overview.column[column.key]}</span>
      <Icon
        name={isSorted && sort.descending ? "sort-down" : "sort-up"}
        size={12}
        className={cx(
          !isSorted && "absolute opacity-0 group-hover:opacity-100",
          !isSorted && (column.align === "end" ? "-left-3" : "-right-3.5"),
        )}
      />
    </button>
  );
}

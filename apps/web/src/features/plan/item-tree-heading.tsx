import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { sayFieldValue } from "./field-values.ts";
import type { HeadingRow } from "./plan-rows.ts";
import { FoldButton } from "./fold-button.tsx";

export type ItemTreeHeadingProps = {
  row: HeadingRow;
  index: number;
  top: number;
  height: number;
  isFocused: boolean;
  onPress: () => void;
  onToggle: () => void;
};

/** A group's heading in a mind map's tree: it folds, and is never chosen or opened. */
export function ItemTreeHeading({ row, ...props }: ItemTreeHeadingProps) {
  const words = useWords();
  return (
    <div
      id={`tree-row-${row.id}`}
      role="row"
      aria-rowindex={props.index + 2}
      aria-level={1}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.expanded}
      onClick={props.onPress}
      onDoubleClick={props.onToggle}
      className={cx(
        "absolute inset-x-0 flex items-center gap-1.5 border-b border-border bg-sunken px-gutter select-none hover:bg-hover",
        props.isFocused &&
          "group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-focus",
      )}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
    >
      <span role="gridcell" className="flex min-w-0 flex-1 items-center gap-1.5">
        <FoldButton expanded={row.expanded} onToggle={props.onToggle} />
        <span className="truncate font-semibold">{sayFieldValue(row.group.name, { key: row.group.key, words })}</span>
        <span className="shrink-0 text-xs text-muted">{words.plan.groupCount(row.count)}</span>
        {row.overdueCount > 0 && (
          <span className="shrink-0 text-xs text-danger-text">{words.plan.overdueCount(row.overdueCount)}</span>
        )}
      </span>
    </div>
  );
}

import type { IsoDate } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { ItemTypeIcon } from "../../ui/work-items/item-type-icon.tsx";
import { ItemTreeCell } from "./item-tree-cell.tsx";
import type { ItemRow } from "./plan-rows.ts";
import type { ColumnKey } from "./plan-search.ts";
import { FoldButton } from "./fold-button.tsx";

const INDENT_PX = 20;

/** Widths of the columns beside the title, for head and lines alike. */
export const TREE_WIDTHS: Record<ColumnKey, string> = {
  number: "w-20",
  type: "w-18",
  status: "w-28",
  assignee: "w-36",
  priority: "w-20",
  sprint: "w-24",
  start: "w-24",
  end: "w-24",
  progress: "w-24",
  shift: "w-24",
};

export type ItemTreeRowProps = {
  row: ItemRow;
  /** What is wrong with its data, in words. */
  problems: readonly string[] | undefined;
  keys: readonly ColumnKey[];
  index: number;
  top: number;
  height: number;
  today: IsoDate;
  isSelected: boolean;
  isFocused: boolean;
  onPress: (keys: { shift: boolean; toggle: boolean }) => void;
  onOpen: () => void;
  onToggle: () => void;
};

/** One line of a mind map's tree. The focus is drawn here while the tree has it. */
export function ItemTreeRow(props: ItemTreeRowProps) {
  const { row } = props;
  const { item } = row;
  const words = useWords();
  return (
    <div
      id={`tree-row-${item.id}`}
      role="row"
      aria-rowindex={props.index + 2}
      aria-level={row.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={props.isSelected}
      aria-expanded={row.expandable ? row.expanded : undefined}
      onClick={(event) => props.onPress({ shift: event.shiftKey, toggle: event.ctrlKey || event.metaKey })}
      onDoubleClick={props.onOpen}
      className={cx(
        "absolute inset-x-0 flex items-center gap-3 border-b border-border px-gutter select-none hover:bg-hover",
        props.isSelected && "bg-accent-soft shadow-[inset_2px_0_0_var(--g-accent)]",
        row.muted && "opacity-60",
        props.isFocused &&
          "group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-focus",
      )}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
    >
      <span
        role="gridcell"
        className="flex min-w-0 flex-1 items-center gap-1.5"
        style={{ paddingLeft: row.depth * INDENT_PX }}
      >
        {row.expandable ? <FoldButton expanded={row.expanded} onToggle={props.onToggle} /> : <span className="w-4" />}
        <ItemTypeIcon type={item.type} shape={item.shape} />
        {props.problems !== undefined && (
          <Icon
            name="health-at-risk"
            label={props.problems.join(words.plan.describe.comma)}
            className="shrink-0 text-warning-text"
          />
        )}
        <span className={cx("truncate", row.isParent && "font-semibold")}>{item.title}</span>
      </span>
      {props.keys.map((key) => (
        <span key={key} role="gridcell" className={`flex min-w-0 shrink-0 items-center text-xs ${TREE_WIDTHS[key]}`}>
          <ItemTreeCell columnKey={key} row={row} today={props.today} />
        </span>
      ))}
    </div>
  );
}

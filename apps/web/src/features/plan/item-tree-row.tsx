import type { IsoDate } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Meter } from "../../ui/meter.tsx";
import { ItemTypeIcon } from "../../ui/work-items/item-type-icon.tsx";
import { PersonName } from "../../ui/work-items/person-name.tsx";
import { StatusIcon } from "../../ui/work-items/status-icon.tsx";
import type { PlanRow } from "./plan-rows.ts";

const INDENT_PX = 20;

export type ItemTreeRowProps = {
  row: PlanRow;
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
  const { row, today } = props;
  const { item } = row;
  const words = useWords();
  const format = useFormat();
  const day = (value: IsoDate | null) => (value === null ? "–" : format.day(value, { near: today }));
  return (
    <div
      id={`tree-row-${item.id}`}
      role="row"
      aria-rowindex={props.index + 1}
      aria-level={row.depth + 1}
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
        {row.expandable ? (
          <button
            type="button"
            tabIndex={-1}
            aria-label={row.expanded ? words.plan.collapse : words.plan.expand}
            onClick={(event) => {
              event.stopPropagation();
              props.onToggle();
            }}
            className="text-muted hover:text-text"
          >
            <Icon name={row.expanded ? "chevron-down" : "chevron-right"} />
          </button>
        ) : (
          <span className="w-4" />
        )}
        <ItemTypeIcon type={item.type} shape={item.shape} />
        <span className={cx("truncate", row.isParent && "font-semibold")}>{item.title}</span>
      </span>
      <span role="gridcell" className="w-16 shrink-0 text-xs text-muted max-md:hidden">
        {item.number}
      </span>
      <span role="gridcell" className="flex w-28 shrink-0 items-center gap-1.5 text-xs max-lg:hidden">
        <StatusIcon phase={item.status.phase} />
        <span className="truncate">{item.status.name}</span>
      </span>
      <span role="gridcell" className="w-32 shrink-0 text-xs max-md:hidden">
        <PersonName person={item.assignee} />
      </span>
      <span role="gridcell" className="w-16 shrink-0 text-xs max-lg:hidden">
        {day(row.start)}
      </span>
      <span role="gridcell" className={cx("w-16 shrink-0 text-xs", row.overdue && "text-danger-text")}>
        {day(row.end)}
      </span>
      <span role="gridcell" className="flex w-22 shrink-0 items-center gap-2 text-xs text-muted max-md:hidden">
        <Meter value={row.progress} />
        {format.percent(row.progress)}
      </span>
    </div>
  );
}

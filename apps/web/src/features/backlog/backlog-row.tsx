import type { IsoDate, WorkItem } from "@gantry/api-contract";
import type { PointerEvent } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { ItemTypeIcon } from "../../ui/work-items/item-type-icon.tsx";

export type BacklogRowProps = {
  item: WorkItem;
  /** 1 for the first. */
  position: number;
  total: number;
  today: IsoDate;
  top: number;
  height: number;
  isSelected: boolean;
  isFocused: boolean;
  onPointerDown: (event: PointerEvent) => void;
  onPress: (keys: { shift: boolean; toggle: boolean }) => void;
};

/** One addable item. Its tick flips it; a press elsewhere chooses it alone, as in any list of files. */
export function BacklogRow(props: BacklogRowProps) {
  const { item, isSelected } = props;
  const words = useWords();
  const format = useFormat();
  const day = item.start ?? item.end;
  return (
    <div
      id={`backlog-row-${item.id}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={props.position}
      aria-setsize={props.total}
      onPointerDown={props.onPointerDown}
      onClick={(event) => {
        const onTick = event.target instanceof Element && event.target.closest("[data-tick]") !== null;
        props.onPress({ shift: event.shiftKey, toggle: onTick || event.ctrlKey || event.metaKey });
      }}
      className={cx(
        "absolute inset-x-0 flex cursor-default items-center gap-2 border-b border-border pr-4 text-xs",
        isSelected ? "bg-accent-soft" : "hover:bg-hover",
        props.isFocused &&
          "group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-focus",
      )}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
    >
      <span data-tick="" aria-hidden="true" className="flex h-full items-center pr-1 pl-4">
        <span
          className={cx(
            "flex size-4 items-center justify-center rounded-[4px] border",
            isSelected ? "border-accent bg-accent text-on-accent" : "border-border-strong bg-raised",
          )}
        >
          {isSelected && <Icon name="check" size={12} />}
        </span>
      </span>
      <ItemTypeIcon type={item.type} shape={item.shape} />
      <span className="min-w-0 flex-1 truncate text-sm">{item.title}</span>
      <span className="shrink-0 text-muted">{item.number}</span>
      <span className={cx("w-18 shrink-0 text-right whitespace-nowrap", day === null ? "text-faint" : "text-muted")}>
        {day === null ? words.workItems.noDates : format.day(day, { near: props.today })}
      </span>
    </div>
  );
}

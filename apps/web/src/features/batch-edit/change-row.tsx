import type { Change, Skip } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { sayField, sayFrom, sayTo } from "../../ui/work-items/field-value.ts";
import { ItemTypeIcon } from "../../ui/work-items/item-type-icon.tsx";
import { CHANGE_GRID } from "./change-grid.ts";

type Place = { position: number; top: number; height: number };

export function ChangeRow(
  props: Place & {
    row: { change: Change; isFirstOfItem: boolean };
    isTicked: boolean;
    onTick: (on: boolean) => void;
  },
) {
  const { row, isTicked } = props;
  const { change, isFirstOfItem } = row;
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  const field = sayField(change.field, words);
  const context = { words, format, today };
  return (
    <div
      role="row"
      aria-rowindex={props.position}
      className={cx(
        CHANGE_GRID,
        "absolute inset-x-0 text-xs",
        isFirstOfItem && props.position > 2 && "border-t border-border",
      )}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
    >
      <span role="cell" className="flex">
        <Checkbox
          hideLabel
          label={words.batchEdit.include(change.itemTitle, field)}
          checked={isTicked}
          onChange={props.onTick}
        />
      </span>
      <span role="cell" className="truncate text-muted max-md:hidden">
        {isFirstOfItem && change.itemNumber}
      </span>
      <span role="cell" className="flex min-w-0 items-center gap-1.5">
        {!isTicked && !isFirstOfItem ? (
          <span className="truncate text-warning-text">{words.batchEdit.untickedByYou}</span>
        ) : isFirstOfItem ? (
          <>
            <ItemTypeIcon type={change.itemType} shape={change.itemShape} />
            <span className={cx("truncate text-sm font-medium", !isTicked && "text-muted line-through")}>
              {change.itemTitle}
            </span>
          </>
        ) : (
          <span className="sr-only">{change.itemTitle}</span>
        )}
      </span>
      <span role="cell" className="truncate text-muted max-md:hidden">
        {field}
      </span>
      <span role="cell" className="flex min-w-0 items-center gap-1.5 text-muted">
        <Person change={change} id={change.from} name={change.fromLabel} />
        <span className="truncate">{sayFrom(change, context)}</span>
      </span>
      <Icon name="chevron-right" size={14} className="text-muted" />
      <span role="cell" className={cx("flex min-w-0 items-center gap-1.5", isTicked ? "font-medium" : "text-muted")}>
        <Person change={change} id={change.to} name={change.toLabel} />
        <span className="truncate">{sayTo(change, context)}</span>
      </span>
    </div>
  );
}

/** A disc before a person's name; fields that hold a person are known by their 32-character id. */
function Person({ change, id, name }: { change: Change; id: Change["from"]; name: string | null }) {
  if (change.field !== "assignee") return null;
  return <Avatar person={typeof id === "string" && name !== null ? { id, name } : null} />;
}

export function SkipRow(props: Place & { skip: Skip }) {
  const { skip } = props;
  const words = useWords();
  return (
    <div
      role="row"
      aria-rowindex={props.position}
      className={cx(CHANGE_GRID, "absolute inset-x-0 border-b border-border text-xs")}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
    >
      <span />
      <span role="cell" className="truncate text-muted max-md:hidden">
        {skip.itemNumber}
      </span>
      <span role="cell" className="truncate text-sm">
        {skip.itemTitle}
      </span>
      <span role="cell" className="truncate text-muted max-md:hidden">
        {skip.field !== null && sayField(skip.field, words)}
      </span>
      <span role="cell" className="col-span-3 truncate text-muted">
        {words.changes.skip[skip.reason]}
      </span>
    </div>
  );
}

import type { Change } from "@gantry/api-contract";
import { useFormat } from "../../../i18n/format.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { useToday } from "../../../lib/clock.ts";
import { Avatar } from "../../avatar.tsx";
import { Checkbox, type CheckboxProps } from "../../checkbox.tsx";
import { cx } from "../../class-names.ts";
import { Icon } from "../../icons/icon.tsx";
import { sayField, sayFrom, sayTo } from "../field-value.ts";
import { ItemTypeIcon } from "../item-type-icon.tsx";
import { type Place, placeStyle } from "./place.ts";
import { PREVIEW_GRID } from "./preview-grid.ts";

/** One field of one item, from → to, with its tick. */
export function ChangeRow(props: {
  row: { change: Change; isFirstOfItem: boolean };
  place: Place;
  isTicked: boolean;
  tick: Pick<CheckboxProps, "inputRef" | "tabIndex" | "onFocus" | "onKeyDown" | "onChange">;
}) {
  const { row, place, isTicked } = props;
  const { change, isFirstOfItem } = row;
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  const field = sayField(change.field, words);
  const context = { words, format, today };
  return (
    <div
      role="row"
      aria-rowindex={place.position}
      className={cx(
        PREVIEW_GRID,
        "absolute inset-x-0 text-xs",
        isFirstOfItem && place.position > 2 && "border-t border-border",
      )}
      style={placeStyle(place)}
    >
      <span role="cell" className="flex select-none">
        <Checkbox {...props.tick} hideLabel label={words.preview.include(change.itemTitle, field)} checked={isTicked} />
      </span>
      <span role="cell" className="truncate text-muted max-md:hidden">
        {isFirstOfItem && change.itemNumber}
      </span>
      <span role="cell" className="flex min-w-0 items-center gap-1.5">
        {!isTicked && !isFirstOfItem ? (
          <span className="truncate text-warning-text">{words.preview.untickedByYou}</span>
        ) : isFirstOfItem ? (
          <>
            <ItemTypeIcon type={change.itemType} shape={change.itemShape} />
            <span
              title={change.itemTitle}
              className={cx("truncate text-sm font-medium", !isTicked && "text-muted line-through")}
            >
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

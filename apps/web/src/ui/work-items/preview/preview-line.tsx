import type { SkipReason } from "@gantry/api-contract";
import { memo } from "react";
import { useWords } from "../../../i18n/use-words.ts";
import { Checkbox } from "../../checkbox.tsx";
import { Icon } from "../../icons/icon.tsx";
import { CauseRow } from "./cause-row.tsx";
import { ChangeRow } from "./change-row.tsx";
import type { PreviewRow } from "./preview-rows.ts";
import { SkipRow } from "./skip-row.tsx";
import { type Place, placeStyle } from "./place.ts";
import type { TickHandlers } from "./use-ticks.ts";

const headingClass =
  "absolute inset-x-0 flex items-center gap-2 border-y border-border bg-sunken px-4 text-sm font-medium";

/** One line of a preview, of whichever kind; drawn anew only where it changes, however fast the list is scrolled. */
export const PreviewLine = memo(function PreviewLine(props: {
  row: PreviewRow;
  index: number;
  top: number;
  height: number;
  isTicked: boolean | "mixed";
  /** Tab reaches this one. */
  isActive: boolean;
  handlers: TickHandlers;
  onFold: (reason: SkipReason) => void;
}) {
  const { row, index, isTicked, handlers } = props;
  const place: Place = { position: index + 2, top: props.top, height: props.height };
  const words = useWords();
  const said = words.preview;
  const tick = {
    inputRef: (element: HTMLInputElement | null) => handlers.focusIfWanted(index, element),
    tabIndex: props.isActive ? 0 : -1,
    onFocus: () => handlers.onFocus(index),
    onKeyDown: handlers.onKeyDown,
    onChange: (on: boolean, { shift }: { shift: boolean }) => handlers.tick(index, { on, shift }),
  };
  switch (row.kind) {
    case "change":
      return <ChangeRow row={row} place={place} isTicked={isTicked !== false} tick={tick} />;
    case "cause":
      return <CauseRow cause={row.cause} place={place} />;
    case "skip":
      return <SkipRow skip={row.skip} place={place} />;
    case "group":
      return (
        <div role="row" aria-rowindex={place.position} className={headingClass} style={placeStyle(place)}>
          <span role="cell" aria-colspan={6} className="flex min-w-0 items-center gap-2">
            <Checkbox
              {...tick}
              label={said.group[row.group](row.keys.length, row.items)}
              checked={isTicked}
              className="min-w-0 [&>span:last-child]:truncate"
            />
          </span>
        </div>
      );
    case "skips":
      return (
        <div role="row" aria-rowindex={place.position} className={headingClass} style={placeStyle(place)}>
          <span role="cell" aria-colspan={6} className="flex items-center gap-2">
            <Icon name="outcome-unchanged" />
            {said.leftAsTheyAre(row.count)}
          </span>
        </div>
      );
    case "reason":
      return (
        <div
          role="row"
          aria-rowindex={place.position}
          className="absolute inset-x-0 flex items-center border-b border-border px-4 text-xs"
          style={placeStyle(place)}
        >
          <span role="cell" aria-colspan={6} className="flex min-w-0 flex-1">
            <button
              type="button"
              aria-expanded={!row.isFolded}
              onClick={() => props.onFold(row.reason)}
              className="focus-inset flex h-full min-w-0 flex-1 items-center gap-2 py-1 text-left font-medium hover:text-accent-text"
            >
              <Icon name={row.isFolded ? "chevron-right" : "chevron-down"} size={14} className="text-muted" />
              <span className="truncate">{said.reasonCount(words.changes.skip[row.reason], row.count)}</span>
            </button>
          </span>
        </div>
      );
  }
});

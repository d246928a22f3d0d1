import { useMemo } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { useLineWindow } from "../../lib/use-line-window.ts";
import { cx } from "../../ui/class-names.ts";
import { toCardRows } from "./card-rows.ts";
import { GroupHead } from "./group-head.tsx";
import { PlanCard } from "./plan-card.tsx";
import type { LinesProps } from "./table-props.ts";
import { useLineFocus } from "./use-line-focus.ts";
import { useRoom } from "./use-room.ts";
import { useShownLines } from "./use-shown-lines.ts";

const GROUP_PX = 44;
/** On a phone cards stand edge to edge, elsewhere with room between them. */
const CARD_PX = { phone: 92, wide: 132 } as const;
const WIDE_CARD_PX = 300;
const MOST_A_ROW = 6;

/** A card a plan: what the table says where it has no room, and on wish anywhere. */
export function PlanCards(props: LinesProps) {
  const words = useWords();
  const isPhone = useMediaQuery(media.phone);
  const room = useRoom();
  const aRow = isPhone ? 1 : Math.min(MOST_A_ROW, Math.max(1, Math.floor((room - 28) / WIDE_CARD_PX)));
  const rows = useMemo(() => toCardRows(props.lines, aRow), [props.lines, aRow]);
  const keys = useMemo(() => rows.map(({ id }) => id), [rows]);
  const cardPx = isPhone ? CARD_PX.phone : CARD_PX.wide;
  const heights = useMemo(() => rows.map(({ kind }) => (kind === "group" ? GROUP_PX : cardPx)), [rows, cardPx]);
  const { keptKey, handlers } = useLineFocus(keys);
  const rowLines = useMemo(() => rows.map((row) => (row.kind === "group" ? [row.line] : row.lines)), [rows]);
  const onView = useShownLines(rowLines);
  const { body, parts } = useLineWindow({ keys, heights, order: `${props.order} ${aRow}`, keptKey, onView });
  return (
    <div
      ref={body}
      role="list"
      aria-label={words.overview.title}
      className={cx("border-border", isPhone ? "border-t" : "px-3.5")}
      {...handlers}
    >
      {parts.map((part) => {
        if (part.kind === "gap")
          return <div key={`gap ${part.before}`} aria-hidden="true" style={{ height: part.height }} />;
        const row = rows[part.index];
        if (row === undefined) return null;
        if (row.kind === "group") {
          return (
            <div
              key={row.id}
              role="listitem"
              data-line={row.id}
              className={cx(
                "flex h-11 items-end pb-1.5",
                isPhone ? "border-b border-border bg-sunken px-gutter" : "px-1.5",
              )}
            >
              <GroupHead line={row.line} onFold={props.onFold} />
            </div>
          );
        }
        return (
          <div
            key={row.id}
            role="presentation"
            data-line={row.id}
            className="grid"
            style={{ gridTemplateColumns: `repeat(${aRow}, minmax(0, 1fr))` }}
          >
            {row.lines.map((line) => (
              <PlanCard
                key={line.id}
                line={line}
                isGrouped={line.place.level > 1}
                isBoxed={!isPhone}
                axis={props.axis}
                onAction={props.onAction}
                onExplain={props.onExplain}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

import type { IsoDate, WorkItem } from "@gantry/api-contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { BacklogRow } from "./backlog-row.tsx";
import { type Choice, isChosen, NOTHING, pickRow } from "./choice.ts";
import { listKeys } from "./list-keys.ts";
import { useBoxSelection } from "./use-box-selection.ts";

export type BacklogListProps = {
  items: readonly WorkItem[];
  total: number;
  today: IsoDate;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  onSelectAll: () => void;
  hasMore: boolean;
  onNearEnd: () => void;
  /** A press on a selected row that turns into a drag carries the selection. */
  onDragStart: (event: PointerEvent) => void;
  onSubmit: () => void;
};

const NEAR_END_ROWS = 40;

/** The addable items: rows by their thousands, of which those in view are drawn. One stop for Tab, then the arrows. */
export function BacklogList(props: BacklogListProps) {
  const { items, choice } = props;
  const words = useWords();
  const isCoarse = useMediaQuery(media.coarse);
  const rowHeight = isCoarse ? 48 : 28;
  const scroller = useRef<HTMLDivElement>(null);
  const order = useMemo(() => items.map((item) => item.id), [items]);
  const [focusIndex, setFocusIndex] = useState(0);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const { box, start } = useBoxSelection({ scroller, rowHeight, order, choice, onChoose: props.onChoose });
  const pick = (id: string, keys: { shift: boolean; toggle: boolean }) =>
    props.onChoose(pickRow(choice, { id, order, ...keys }));

  const rows = virtualizer.getVirtualItems();
  const lastRow = rows.at(-1)?.index ?? 0;
  const { hasMore, onNearEnd } = props;
  useEffect(() => {
    if (hasMore && lastRow >= items.length - NEAR_END_ROWS) onNearEnd();
  }, [hasMore, items.length, lastRow, onNearEnd]);
  useEffect(() => setFocusIndex((index) => Math.min(index, Math.max(0, items.length - 1))), [items.length]);

  const runForAll = (kind: "all" | "none" | "submit") => {
    if (kind === "all") props.onSelectAll();
    else if (kind === "none") props.onChoose(NOTHING);
    else props.onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const action = listKeys(event, { index: focusIndex, count: items.length, page });
    if (action === null) return;
    event.preventDefault();
    if (!("index" in action)) return runForAll(action.kind);
    const id = order[action.index];
    if (id === undefined) return;
    setFocusIndex(action.index);
    virtualizer.scrollToIndex(action.index);
    if (action.kind === "extend") pick(id, { shift: true, toggle: false });
    if (action.kind === "toggle") pick(id, { shift: false, toggle: true });
  };
  const onPointerDown = (event: PointerEvent, index: number) => {
    if (event.pointerType === "touch" || event.button !== 0) return;
    const id = order[index];
    if (id !== undefined && isChosen(choice, id) && !event.shiftKey && !event.ctrlKey && !event.metaKey)
      props.onDragStart(event);
    else start(toStart(event));
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={words.backlog.list}
      aria-multiselectable="true"
      tabIndex={0}
      aria-activedescendant={items.length > 0 ? `backlog-row-${order[focusIndex] ?? ""}` : undefined}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget && event.pointerType !== "touch") start(toStart(event));
      }}
      className="group relative min-h-0 flex-1 overflow-y-auto outline-none select-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-focus"
    >
      <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, start: top }) => {
          const item = items[index];
          return (
            item !== undefined && (
              <BacklogRow
                key={item.id}
                item={item}
                position={index + 1}
                total={props.total}
                today={props.today}
                top={top}
                height={rowHeight}
                isSelected={isChosen(choice, item.id)}
                isFocused={index === focusIndex}
                onPointerDown={(event) => onPointerDown(event, index)}
                onPress={(keys) => {
                  setFocusIndex(index);
                  // A finger has no Ctrl: each tap flips its row.
                  pick(item.id, { ...keys, toggle: keys.toggle || isCoarse });
                }}
              />
            )
          );
        })}
        {box !== null && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute border-[1.5px] border-accent bg-accent/9"
            style={{ top: box.top, height: box.height, left: box.left, width: box.width }}
          />
        )}
      </div>
    </div>
  );
}

function toStart(event: PointerEvent) {
  const { clientX, clientY, pointerId, button } = event;
  return { clientX, clientY, pointerId, button, adds: event.shiftKey || event.ctrlKey || event.metaKey };
}

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { ItemTreeHeading } from "./item-tree-heading.tsx";
import { ItemTreeRow, TREE_WIDTHS } from "./item-tree-row.tsx";
import type { ColumnKey } from "./plan-search.ts";
import type { PlanView } from "./use-plan-view.ts";

export type ItemTreeProps = {
  view: PlanView;
  /** Columns beside the title. */
  keys: readonly ColumnKey[];
  rowHeight: number;
  selectedIds: ReadonlySet<string>;
  onPick: (input: { id: string; shift: boolean; toggle: boolean }) => void;
  onSelectAll: () => void;
  onClear: () => void;
  onToggleRow: (id: string, expanded: boolean) => void;
  onOpenRow: (id: string) => void;
};

/** A mind map's items as a tree: the same lines as beside a chart, without a time axis. */
export function ItemTree(props: ItemTreeProps) {
  const { view, rowHeight, selectedIds } = props;
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [focusId, setFocusId] = useState<string | null>(null);
  const focusIndex = Math.max(
    0,
    view.rows.findIndex((row) => row.id === focusId),
  );
  const virtualizer = useVirtualizer({
    count: view.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  const focusRow = (index: number, shift = false) => {
    const row = view.rows[Math.min(view.rows.length - 1, Math.max(0, index))];
    if (row === undefined) return;
    setFocusId(row.id);
    virtualizer.scrollToIndex(view.rows.indexOf(row));
    if (shift && row.kind === "item") props.onPick({ id: row.id, shift: true, toggle: false });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = view.rows[focusIndex];
    if (row === undefined) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const run = treeKeys(event, {
      move: (by) => focusRow(focusIndex + by, event.shiftKey),
      page,
      toEnd: () => focusRow(view.rows.length - 1, event.shiftKey),
      toStart: () => focusRow(0, event.shiftKey),
      expand: () => (row.expandable && !row.expanded ? props.onToggleRow(row.id, true) : focusRow(focusIndex + 1)),
      collapse: () => (row.expandable && row.expanded ? props.onToggleRow(row.id, false) : focusParent()),
      toggle: () => row.kind === "item" && props.onPick({ id: row.id, shift: false, toggle: true }),
      selectAll: props.onSelectAll,
      open: () => row.kind === "item" && props.onOpenRow(row.id),
      clear: props.onClear,
    });
    if (run === null) return;
    event.preventDefault();
    run();
  };
  const focusParent = () => {
    const depth = view.rows[focusIndex]?.depth ?? 0;
    const parent = view.rows.slice(0, focusIndex).findLastIndex((row) => row.depth < depth);
    if (parent >= 0) focusRow(parent);
  };

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto">
      <div
        role="treegrid"
        aria-label={words.plan.tree}
        aria-multiselectable="true"
        aria-rowcount={view.rows.length + 1}
        tabIndex={0}
        aria-activedescendant={view.rows.length > 0 ? `tree-row-${view.rows[focusIndex]?.id ?? ""}` : undefined}
        onKeyDown={onKeyDown}
        className="group relative outline-none"
      >
        <div
          role="row"
          aria-rowindex={1}
          className="sticky top-0 z-10 flex h-9 items-center gap-3 border-b border-border bg-surface px-gutter text-xs text-muted"
        >
          <span role="columnheader" className="min-w-0 flex-1">
            {words.workItems.fields["title"]}
          </span>
          {props.keys.map((key) => (
            <span key={key} role="columnheader" className={`${TREE_WIDTHS[key]} shrink-0 truncate`}>
              {words.workItems.fields[key]}
            </span>
          ))}
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = view.rows[index];
            if (row === undefined) return null;
            const place = { index, top: start, height: rowHeight, isFocused: index === focusIndex };
            const onToggle = () => props.onToggleRow(row.id, !row.expanded);
            if (row.kind === "heading")
              return (
                <ItemTreeHeading
                  key={row.id}
                  row={row}
                  {...place}
                  onPress={() => setFocusId(row.id)}
                  onToggle={onToggle}
                />
              );
            return (
              <ItemTreeRow
                key={row.id}
                row={row}
                keys={props.keys}
                {...place}
                today={view.today}
                problems={view.problems.get(row.id)}
                isSelected={selectedIds.has(row.id)}
                onPress={(keys) => {
                  setFocusId(row.id);
                  props.onPick({ id: row.id, ...keys });
                }}
                onOpen={() => props.onOpenRow(row.id)}
                onToggle={onToggle}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

type TreeActions = Record<
  "toEnd" | "toStart" | "expand" | "collapse" | "toggle" | "selectAll" | "open" | "clear",
  () => unknown
> & {
  move: (by: number) => void;
  page: number;
};

function treeKeys(event: KeyboardEvent, actions: TreeActions): (() => unknown) | null {
  switch (event.key) {
    case "ArrowDown":
      return () => actions.move(1);
    case "ArrowUp":
      return () => actions.move(-1);
    case "PageDown":
      return () => actions.move(actions.page);
    case "PageUp":
      return () => actions.move(-actions.page);
    case "Home":
      return actions.toStart;
    case "End":
      return actions.toEnd;
    case "ArrowRight":
      return actions.expand;
    case "ArrowLeft":
      return actions.collapse;
    case " ":
    case "x":
    case "X":
      return actions.toggle;
    case "Enter":
      return actions.open;
    case "Escape":
      return actions.clear;
    case "a":
      return event.ctrlKey || event.metaKey ? actions.selectAll : null;
    default:
      return null;
  }
}

import type { Preview, SkipReason } from "@gantry/api-contract";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useId, useMemo, useRef, useState } from "react";
import { useWords } from "../../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../../lib/use-media-query.ts";
import { Button } from "../../button.tsx";
import { Checkbox } from "../../checkbox.tsx";
import { keysOfRow } from "./preview-keys.ts";
import { PREVIEW_GRID } from "./preview-grid.ts";
import { PreviewLine } from "./preview-line.tsx";
import { firstFolds, toPreviewRows } from "./preview-rows.ts";
import { changeKeyOf, tickOf, type Unticked } from "./ticks.ts";
import { useTicks } from "./use-ticks.ts";

/** The head stays in view over the rows. */
const HEAD_PX = 33;

export type PreviewTableProps = {
  preview: Preview;
  /** What is left alone stands before what is done. */
  skipsFirst?: boolean;
  unticked: Unticked;
  onUntick: (unticked: Unticked) => void;
};

/**
 * "Changes": what would be written, change by change, each of which can be left out; then what follows along links,
 * with its cause; then what is left alone, by reason. Of many thousand rows those in view are drawn.
 */
export function PreviewTable({ preview, skipsFirst = false, unticked, onUntick }: PreviewTableProps) {
  const words = useWords();
  const said = words.preview;
  const rowPx = useMediaQuery(media.coarse) ? 44 : 32;
  const scroller = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const [folds, setFolds] = useState(() => ({ of: preview, folded: firstFolds(preview.skipped) }));
  if (folds.of !== preview) setFolds({ of: preview, folded: firstFolds(preview.skipped) });
  const { folded } = folds;
  const rows = useMemo(() => toPreviewRows(preview, { folded, skipsFirst }), [preview, folded, skipsFirst]);
  const allKeys = useMemo(() => preview.changes.map(changeKeyOf), [preview]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 10,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    // The row with the focus stays in the page, however far it is scrolled away.
    rangeExtractor: (range) =>
      [...new Set([...toList(ticks.activeIndex), ...defaultRangeExtractor(range)])].sort(byNumber),
  });
  const ticks = useTicks({
    rows,
    allKeys,
    unticked,
    onUntick,
    rowsInView: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2),
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  });
  const ticked = allKeys.length - unticked.size;
  const all = () => onUntick(new Set());
  const none = () => onUntick(new Set(allKeys));
  const fold = useCallback(
    (reason: SkipReason) => setFolds((now) => ({ ...now, folded: flip(now.folded, reason) })),
    [],
  );
  return (
    <div className="flex h-full min-h-48 flex-col">
      {allKeys.length > 0 && (
        <div className="flex h-9 shrink-0 items-center gap-1 border-b border-border px-4 text-xs">
          <span role="status" className="flex-1 text-muted">
            {said.ticked(ticked, allKeys.length)}
          </span>
          <Button
            variant="link"
            className="text-xs"
            disabledReason={ticked === allKeys.length ? said.allTicked : undefined}
            onClick={all}
          >
            {said.tickAll}
          </Button>
          <Button
            variant="link"
            className="text-xs"
            disabledReason={ticked === 0 ? said.noneTicked : undefined}
            onClick={none}
          >
            {said.tickNone}
          </Button>
        </div>
      )}
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
        <p id={hintId} className="sr-only">
          {said.keys}
        </p>
        <div role="table" aria-label={said.table} aria-describedby={hintId} aria-rowcount={rows.length + 1}>
          <div role="rowgroup" className="sticky top-0 z-10 border-b border-border bg-raised">
            <div role="row" aria-rowindex={1} className={`${PREVIEW_GRID} h-8 text-xs text-muted`}>
              <span role="columnheader" className="flex">
                {allKeys.length > 0 && (
                  <Checkbox
                    hideLabel
                    label={said.includeAll}
                    checked={ticked === 0 ? false : unticked.size === 0 ? true : "mixed"}
                    onChange={(on) => (on ? all() : none())}
                  />
                )}
              </span>
              <span role="columnheader" className="max-md:hidden">
                {said.column.number}
              </span>
              <span role="columnheader">{said.column.item}</span>
              <span role="columnheader" className="max-md:hidden">
                {said.column.field}
              </span>
              <span role="columnheader">{said.column.now}</span>
              <span aria-hidden="true" />
              <span role="columnheader">{said.column.after}</span>
            </div>
          </div>
          <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const row = rows[index];
              return (
                row !== undefined && (
                  <PreviewLine
                    key={index}
                    row={row}
                    index={index}
                    top={start - HEAD_PX}
                    height={rowPx}
                    isTicked={tickOf(keysOfRow(row) ?? [], unticked)}
                    isActive={index === ticks.activeIndex}
                    handlers={ticks.handlers}
                    onFold={fold}
                  />
                )
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}

function flip<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

function toList(index: number | null): number[] {
  return index === null ? [] : [index];
}

function byNumber(left: number, right: number): number {
  return left - right;
}

import type { ChangeResult } from "@gantry/api-contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { RESULT_GRID } from "./result-grid.ts";
import { ResultRow, ResultRowSkeleton } from "./result-row.tsx";
import { useRowFocus } from "./use-row-focus.ts";
import type { ResultRange } from "./use-results.ts";

const ROW_PX = 34;
const PHONE_ROW_PX = 56;

export type ResultsTableProps = {
  /** In the order of the server, the worst first; undefined where a result was not read yet. */
  results: readonly (ChangeResult | undefined)[];
  /** Told which are in view, where they are read as they come into it. */
  onShow?: ((range: ResultRange) => void) | undefined;
  /** Tells more of one result. */
  onOpen?: ((result: ChangeResult) => void) | undefined;
};

/** What became of each change; drawn for what is in view. Arrow keys go from row to row where rows can be opened. */
export function ResultsTable({ results, onShow, onOpen }: ResultsTableProps) {
  const words = useWords();
  const { column } = words.changeSet;
  const isPhone = useMediaQuery(media.phone);
  const rowPx = isPhone ? PHONE_ROW_PX : ROW_PX;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: results.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowPx]);
  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => onShow?.({ first, last }), [first, last, onShow]);
  const focus = useRowFocus({
    scroller,
    count: results.length,
    shown: { first, last },
    rowsAPage: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 1),
    bring: (index) => virtualizer.scrollToIndex(index),
  });
  return (
    // Without rows that can be opened there is nothing to focus inside, so that the keyboard scrolls the table itself.
    <div
      ref={scroller}
      {...(onOpen === undefined ? { tabIndex: 0 } : { onKeyDown: focus.onKeyDown })}
      className="focus-inset min-h-0 flex-1 overflow-auto"
    >
      <div
        role="table"
        aria-label={words.changeSet.results}
        aria-rowcount={results.length + 1}
        className="md:min-w-fit"
      >
        <div role="rowgroup" className="sticky top-0 z-10 border-b border-border bg-surface">
          <div role="row" aria-rowindex={1} className={`${RESULT_GRID} h-8 text-xs text-muted`}>
            <span role="columnheader" className="max-md:hidden">
              {column.number}
            </span>
            <span role="columnheader">{column.item}</span>
            <span role="columnheader" className="max-md:hidden">
              {column.field}
            </span>
            <span role="columnheader" className="max-md:hidden">
              {column.change}
            </span>
            <span role="columnheader">{column.outcome}</span>
            <span role="columnheader" className="max-md:hidden">
              {column.reason}
            </span>
            <span role="columnheader" className="text-right max-md:hidden">
              {column.time}
            </span>
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ index, start }) => {
            const result = results[index];
            const place = { position: index + 2, top: start, height: rowPx };
            return result === undefined ? (
              <ResultRowSkeleton key={index} place={place} />
            ) : (
              <ResultRow
                key={`${result.itemId} ${result.field}`}
                result={result}
                place={place}
                isPhone={isPhone}
                opener={
                  onOpen && {
                    index,
                    isTabStop: index === focus.tabStop,
                    onOpen: () => onOpen(result),
                    onFocus: () => focus.setActive(index),
                  }
                }
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

import type { ChangeResult } from "@gantry/api-contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { RESULT_GRID } from "./result-grid.ts";
import { ResultRow } from "./result-row.tsx";

const ROW_PX = 34;
const NEAR_END_ROWS = 30;

export type ResultsTableProps = {
  results: readonly ChangeResult[];
  /** Where there are more than are loaded: asks for them when the end comes near. */
  onNearEnd?: (() => void) | undefined;
};

/** What became of each change, the worst first as the server orders them; drawn for what is in view. */
export function ResultsTable({ results, onNearEnd }: ResultsTableProps) {
  const words = useWords();
  const { column } = words.changeSet;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: results.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const rows = virtualizer.getVirtualItems();
  const lastRow = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastRow >= results.length - NEAR_END_ROWS) onNearEnd?.();
  }, [lastRow, results.length, onNearEnd]);
  return (
    // The rows hold nothing to focus, so that the keyboard scrolls the table itself.
    <div ref={scroller} tabIndex={0} className="focus-inset min-h-0 flex-1 overflow-auto">
      <div role="table" aria-label={words.changeSet.results} aria-rowcount={results.length + 1} className="min-w-fit">
        <div role="rowgroup" className="sticky top-0 z-10 border-b border-border bg-surface">
          <div role="row" aria-rowindex={1} className={`${RESULT_GRID} h-8 text-xs text-muted`}>
            <span role="columnheader" className="max-md:hidden">
              {column.number}
            </span>
            <span role="columnheader">{column.item}</span>
            <span role="columnheader" className="max-md:hidden">
              {column.field}
            </span>
            <span role="columnheader">{column.change}</span>
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
            return (
              result !== undefined && (
                <ResultRow
                  key={`${result.itemId} ${result.field}`}
                  result={result}
                  position={index + 2}
                  top={start}
                  height={ROW_PX}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

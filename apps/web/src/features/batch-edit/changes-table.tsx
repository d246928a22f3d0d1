import type { Preview } from "@gantry/api-contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { CHANGE_GRID } from "./change-grid.ts";
import { ChangeRow, SkipRow } from "./change-row.tsx";
import { changeKeyOf, toPreviewRows } from "./preview-rows.ts";

const ROW_PX = 32;

export type ChangesTableProps = {
  preview: Preview;
  unticked: ReadonlySet<string>;
  onUntick: (unticked: ReadonlySet<string>) => void;
};

/** "Changes": what would be written, change by change, each of which can be left out; then what is left alone and why. */
export function ChangesTable({ preview, unticked, onUntick }: ChangesTableProps) {
  const words = useWords();
  const said = words.batchEdit;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => toPreviewRows(preview), [preview]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  const ticked = preview.changes.length - unticked.size;
  const tick = (key: string, on: boolean) => {
    const next = new Set(unticked);
    if (on) next.delete(key);
    else next.add(key);
    onUntick(next);
  };
  return (
    <div ref={scroller} className="h-full min-h-48 overflow-y-auto">
      <div role="table" aria-label={said.table} aria-rowcount={rows.length + 1}>
        <div role="rowgroup" className="sticky top-0 z-10 border-b border-border bg-raised">
          <div role="row" aria-rowindex={1} className={`${CHANGE_GRID} h-8 text-xs text-muted`}>
            <span role="columnheader" className="flex">
              <Checkbox
                hideLabel
                label={said.includeAll}
                checked={ticked === 0 ? false : unticked.size === 0 ? true : "mixed"}
                onChange={(on) => onUntick(on ? new Set() : new Set(preview.changes.map(changeKeyOf)))}
              />
            </span>
            <span role="columnheader" className="max-md:hidden">
              {said.columnNumber}
            </span>
            <span role="columnheader">{said.columnItem}</span>
            <span role="columnheader" className="max-md:hidden">
              {said.columnField}
            </span>
            <span role="columnheader">{said.columnNow}</span>
            <span aria-hidden="true" />
            <span role="columnheader">{said.columnAfter}</span>
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const place = { position: index + 2, top: start, height: ROW_PX };
            if (row.kind === "change") {
              return (
                <ChangeRow
                  key={row.key}
                  {...place}
                  row={row}
                  isTicked={!unticked.has(row.key)}
                  onTick={(on) => tick(row.key, on)}
                />
              );
            }
            if (row.kind === "skip") return <SkipRow key={`skip ${index}`} {...place} skip={row.skip} />;
            return (
              <div
                key="skips"
                role="row"
                aria-rowindex={place.position}
                className="absolute inset-x-0 flex items-center gap-2 border-y border-border bg-sunken px-4 text-sm font-medium"
                style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
              >
                <span role="cell" className="flex items-center gap-2">
                  <Icon name="outcome-unchanged" />
                  {said.leftAsTheyAre(row.count)}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

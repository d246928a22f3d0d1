import type { IsoDate } from "@gantry/api-contract";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useId, useImperativeHandle, useRef } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { LoadFoot } from "./load-foot.tsx";
import { LoadHeading } from "./load-heading.tsx";
import { LoadRow } from "./load-row.tsx";
import type { LoadTable } from "./load-rows.ts";
import type { MoveTarget } from "./plan-move.ts";
import type { CellKey } from "./team-search.ts";
import { useGridKeys } from "./use-grid-keys.ts";

const ROW_PX = 62;
/** Rows under the sticky head and foot are not in view. */
const HEAD_PX = 54;

export type LoadGridHandle = { focusCell: (cell: CellKey) => void };

export type LoadGridProps = {
  table: LoadTable;
  today: IsoDate;
  byItems: boolean;
  open: CellKey | null;
  /** Where something is dragged over. */
  drop: { target: MoveTarget; state: "fits" | "refused" } | null;
  onOpen: (cell: CellKey) => void;
  handle: RefObject<LoadGridHandle | null>;
};

/** People by weeks: a real grid for screen readers, the rows in view drawn, head and foot always there. */
export function LoadGrid(props: LoadGridProps) {
  const { table, open, drop } = props;
  const words = useWords();
  const hintId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const rows = table.nobody === null ? table.rows : [...table.rows, table.nobody];
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    scrollPaddingEnd: HEAD_PX + 8,
    // The row with the one cell that Tab reaches stays in the page, however far it is scrolled away.
    rangeExtractor: (range) =>
      [...new Set([keys.active.row, ...defaultRangeExtractor(range)])].filter((row) => row >= 0).sort((a, b) => a - b),
  });
  const keys = useGridKeys({
    grid,
    keys: rows.map(({ person }) => person?.id ?? ""),
    columns: table.columns.length,
    rowsInView: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX) - 2),
    scrollTo: (row) => virtualizer.scrollToIndex(row),
    onOpen: ({ row, column }) => {
      const [person, week] = [rows[row]?.person, table.columns[column]];
      if (person !== undefined && week !== undefined) props.onOpen({ personId: person?.id ?? null, week: week.start });
    },
  });
  useImperativeHandle(props.handle, () => ({
    focusCell: (cell) => {
      const row = rows.findIndex(({ person }) => (person?.id ?? null) === cell.personId);
      const column = table.columns.findIndex(({ start }) => start === cell.week);
      keys.focus({ row: Math.max(0, row), column: Math.max(0, column) });
    },
  }));
  const gridClass = "grid";
  const gridStyle = { gridTemplateColumns: `var(--load-person) repeat(${table.columns.length}, minmax(0, 1fr))` };
  const shared = { gridClass, gridStyle };
  return (
    <div
      ref={scroller}
      className="min-h-0 flex-1 overflow-x-clip overflow-y-auto [--load-person:7rem] [--load-row:62px] md:[--load-person:12.5rem]"
    >
      <p id={hintId} className="sr-only">
        {words.team.keys}
      </p>
      <div
        ref={grid}
        role="grid"
        aria-label={words.team.grid(words.team.title)}
        aria-describedby={hintId}
        aria-rowcount={rows.length + 2}
        aria-colcount={table.columns.length + 1}
        {...keys.handlers}
      >
        <div role="rowgroup" className="sticky top-0 z-(--g-z-header) h-[54px] border-b border-border bg-surface">
          <LoadHeading columns={table.columns} today={props.today} gridClass="grid h-full" gridStyle={gridStyle} />
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const id = row.person?.id ?? null;
            return (
              <div
                key={id ?? ""}
                role="presentation"
                className="absolute inset-x-0"
                style={{ transform: `translateY(${start - HEAD_PX}px)` }}
              >
                <LoadRow
                  {...shared}
                  row={row}
                  index={index}
                  byItems={props.byItems}
                  activeColumn={keys.active.row === index ? keys.active.column : null}
                  openColumn={
                    open !== null && open.personId === id
                      ? table.columns.findIndex((column) => column.start === open.week)
                      : null
                  }
                  drop={
                    drop !== null && drop.target.personId === id ? { week: drop.target.week, state: drop.state } : null
                  }
                />
              </div>
            );
          })}
        </div>
        <div role="rowgroup" className="sticky bottom-0 z-(--g-z-sticky)">
          <LoadFoot
            {...shared}
            foot={table.foot}
            people={table.rows.length}
            byItems={props.byItems}
            rowIndex={rows.length + 2}
          />
        </div>
      </div>
    </div>
  );
}

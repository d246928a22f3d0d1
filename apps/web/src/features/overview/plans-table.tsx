import { useMemo } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useNow } from "../../lib/clock.ts";
import { useLineWindow } from "../../lib/use-line-window.ts";
import { MENU_WIDTH_PX, type OverviewColumn } from "./columns.ts";
import { GroupTableRow } from "./group-table-row.tsx";
import type { ColumnKey, Sort } from "./overview-search.ts";
import { PlanTableRow } from "./plan-table-row.tsx";
import { PlansTableHead } from "./plans-table-head.tsx";
import type { LinesProps } from "./table-props.ts";
import { useLineFocus } from "./use-line-focus.ts";
import { useShownLines } from "./use-shown-lines.ts";

const ROW_HEIGHT_PX = 36;

export type PlansTableProps = LinesProps & {
  columns: readonly OverviewColumn[];
  sort: Sort;
  onSort: (key: ColumnKey) => void;
};

export function PlansTable(props: PlansTableProps) {
  const words = useWords();
  const now = useNow();
  const format = useFormat();
  const { lines, columns, axis, onAction, onExplain } = props;
  const keys = useMemo(() => lines.map(({ id }) => id), [lines]);
  const heights = useMemo(() => lines.map(() => ROW_HEIGHT_PX), [lines]);
  const { keptKey, handlers } = useLineFocus(keys);
  const onView = useShownLines(lines);
  const { body, parts } = useLineWindow({ keys, heights, order: props.order, keptKey, onView });
  // Where no column takes what the others leave, one without content does.
  const hasRest = !columns.some(({ key }) => key === "start");
  return (
    <table
      aria-label={words.overview.title}
      aria-rowcount={lines.length + 1}
      className="w-full table-fixed border-separate border-spacing-0"
    >
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={key === "start" || (hasRest && key === "name") ? {} : { width }} />
        ))}
        <col style={{ width: MENU_WIDTH_PX }} />
      </colgroup>
      <PlansTableHead columns={columns} axis={axis} sort={props.sort} onSort={props.onSort} />
      <tbody ref={body} {...handlers}>
        {parts.map((part) => {
          if (part.kind === "gap")
            return <tr key={`gap ${part.before}`} aria-hidden="true" style={{ height: part.height }} />;
          const line = lines[part.index];
          if (line === undefined) return null;
          const rowIndex = part.index + 2;
          return line.kind === "group" ? (
            <GroupTableRow key={line.id} line={line} rowIndex={rowIndex} columns={columns} onFold={props.onFold} />
          ) : (
            <PlanTableRow
              key={line.id}
              row={line.row}
              rowIndex={rowIndex}
              columns={columns}
              isIndented={line.place.level > 1}
              axis={axis}
              format={format}
              now={now}
              onAction={onAction}
              onExplain={onExplain}
            />
          );
        })}
      </tbody>
    </table>
  );
}

import { useFormat } from "../../i18n/format.ts";
import { cx } from "../../ui/class-names.ts";
import { Meter } from "../../ui/meter.tsx";
import type { OverviewColumn } from "./columns.ts";
import { GroupHead } from "./group-head.tsx";
import type { ColumnKey } from "./overview-search.ts";
import type { GroupLine } from "./plan-lines.ts";
import type { Totals } from "./totals.ts";

const cell = "h-9 overflow-hidden border-b border-border bg-sunken px-1.5 text-xs";

/** The head of a project's plans, with its sums under the columns that have some. */
export function GroupTableRow(props: {
  line: GroupLine;
  rowIndex: number;
  columns: readonly OverviewColumn[];
  onFold: (projectId: string) => void;
}) {
  const { line, columns } = props;
  const firstSum = columns.findIndex(({ key }) => isSum(key));
  const before = firstSum === -1 ? columns.length : firstSum;
  return (
    <tr aria-rowindex={props.rowIndex} data-line={line.id}>
      <th
        scope="rowgroup"
        colSpan={before}
        className={cx(cell, "pl-[calc(var(--g-gutter)-4px)] text-left font-normal")}
      >
        <GroupHead line={line} onFold={props.onFold} />
      </th>
      {columns.slice(before).map(({ key }) => (
        <td key={key} className={cx(cell, "text-right")}>
          {isSum(key) && line.totals.plans > 0 && <Sum of={key} totals={line.totals} />}
        </td>
      ))}
      <td aria-hidden="true" className={cell} />
    </tr>
  );
}

const SUMS = ["items", "done", "overdue", "unscheduled", "unassigned", "blocked"] as const;
type SumKey = (typeof SUMS)[number];

function isSum(key: ColumnKey): key is SumKey {
  return SUMS.some((one) => one === key);
}

function Sum({ of, totals }: { of: SumKey; totals: Totals }) {
  const format = useFormat();
  if (of === "done") {
    return (
      <span className="inline-flex items-center gap-2 align-middle">
        <Meter value={totals.progress} />
        <span className="w-8 font-medium text-text">{format.percent(totals.progress)}</span>
      </span>
    );
  }
  const value = totals[of];
  const isAlarm = of === "overdue" && value > 0;
  return (
    <span
      className={cx(
        value === 0 ? "text-faint" : "font-semibold",
        value > 0 && (isAlarm ? "text-danger-text" : "text-text"),
      )}
    >
      {format.number(value)}
    </span>
  );
}

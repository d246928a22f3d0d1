import type { EpochMs } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { Format } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import type { OverviewColumn } from "./columns.ts";
import type { ColumnKey } from "./overview-search.ts";
import { PlanCell } from "./plan-cell.tsx";
import { type PlanAction, PlanMenu } from "./plan-menu.tsx";
import type { PlanRow } from "./plan-rows.ts";
import type { SpanAxis } from "./span-axis.ts";

const cell = "h-9 border-b border-border px-1.5 text-xs";

/** Columns of mere text. The others cut what is too long themselves: each clip costs in every frame of scrolling. */
const CUT: ReadonlySet<ColumnKey> = new Set(["project", "type"]);

export type PlanTableRowProps = {
  row: PlanRow;
  rowIndex: number;
  columns: readonly OverviewColumn[];
  /** It stands under the head of its project. */
  isIndented: boolean;
  axis: SpanAxis;
  format: Format;
  now: EpochMs;
  onAction: (action: PlanAction) => void;
  onExplain: (row: PlanRow) => void;
};

/** Drawn again when something of it changed, not with every other row. */
export const PlanTableRow = memo(function PlanTableRow(props: PlanTableRowProps) {
  const words = useWords();
  const { row, columns } = props;
  const { plan, project } = row;
  return (
    <tr aria-rowindex={props.rowIndex} data-line={plan.id} className="relative text-muted hover:bg-hover">
      <th scope="row" className={cx(cell, "text-left font-normal", props.isIndented ? "pl-10" : "pl-gutter")}>
        <span className="flex items-center gap-2">
          <Icon
            name={plan.type === "gantt" ? "gantt" : "mind-map"}
            label={words.overview.planType[plan.type]}
            className="text-muted"
          />
          <Link
            to="/projects/$projectId/plans/$planId"
            params={{ projectId: project.id, planId: plan.id }}
            title={plan.name}
            data-main=""
            className="scroll-mt-12 truncate text-sm font-semibold text-text outline-offset-1 after:absolute after:inset-0"
          >
            {plan.name}
          </Link>
        </span>
      </th>
      {columns.slice(1).map((column) => (
        <td
          key={column.key}
          className={cx(
            cell,
            column.align === "end" && "text-right",
            CUT.has(column.key) && "truncate",
            column.key === "start" && "p-0! pl-3!",
            column.key === "updated" && "pl-3! whitespace-nowrap",
          )}
        >
          <PlanCell {...props} column={column.key} />
        </td>
      ))}
      <td className={cx(cell, "px-0 pr-2 text-right")}>
        <PlanMenu row={row} onAction={props.onAction} />
      </td>
    </tr>
  );
});

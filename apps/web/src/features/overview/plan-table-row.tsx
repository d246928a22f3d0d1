import type { EpochMs } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import type { Format } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Meter } from "../../ui/meter.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { HealthCell } from "./health-cell.tsx";
import { type PlanAction, PlanMenu } from "./plan-menu.tsx";
import type { PlanRow } from "./plan-rows.ts";
import type { SpanAxis } from "./span-axis.ts";
import { SpanCell } from "./span-cell.tsx";

const cell = "h-9 overflow-hidden border-b border-border px-1.5 text-xs";

export function PlanTableRow(props: {
  row: PlanRow;
  rowIndex: number;
  axis: SpanAxis;
  format: Format;
  now: EpochMs;
  onAction: (action: PlanAction) => void;
}) {
  const words = useWords();
  const { row, format } = props;
  const { plan, project, rollUp, isAwaited } = row;
  return (
    <tr aria-rowindex={props.rowIndex} className="relative text-muted hover:bg-hover">
      <th scope="row" className={cx(cell, "pl-gutter text-left font-normal")}>
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
            className="truncate text-sm font-semibold text-text outline-offset-1 after:absolute after:inset-0"
          >
            {plan.name}
          </Link>
        </span>
      </th>
      <td className={cx(cell, "truncate")} title={project.name}>
        {project.name}
      </td>
      <td className={cx(cell, "hidden truncate min-[88rem]:table-cell")}>{words.overview.planType[plan.type]}</td>
      <td className={cx(cell, "hidden lg:table-cell")}>
        <span className="flex items-center gap-1.5 text-text">
          <Avatar person={plan.creator} />
          <span className="truncate">{plan.creator?.name ?? words.common.nobody}</span>
        </span>
      </td>
      <td className={cell}>
        {isAwaited && <Skeleton className="w-24" />}
        {!isAwaited && rollUp === null && (
          <span className="flex items-center gap-1.5 text-warning-text">
            <Icon name="clock" size={14} />
            {words.overview.itemsUnread}
          </span>
        )}
        {rollUp !== null && <HealthCell rollUp={rollUp} withReason />}
      </td>
      <NumberCell value={rollUp?.items} format={format} isAwaited={isAwaited} className="hidden xl:table-cell" />
      <td className={cx(cell, "text-right")}>
        {rollUp !== null && (
          <span className="inline-flex items-center gap-2 align-middle">
            <Meter value={rollUp.progress} />
            <span className="w-8 text-text">{format.percent(rollUp.progress)}</span>
          </span>
        )}
        {isAwaited && <Skeleton className="ml-auto w-16" />}
      </td>
      <NumberCell value={rollUp?.overdue} format={format} isAwaited={isAwaited} tone="font-semibold text-danger-text" />
      <NumberCell value={rollUp?.unscheduled} format={format} isAwaited={isAwaited} className="hidden xl:table-cell" />
      <NumberCell
        value={rollUp?.unassigned}
        format={format}
        isAwaited={isAwaited}
        className="hidden xl:table-cell"
        tone={
          rollUp?.reasons.some((reason) => reason.rule === "unassigned")
            ? "font-semibold text-warning-text"
            : "text-text"
        }
      />
      <td className={cx(cell, "hidden p-0! pl-3! lg:table-cell")}>
        <SpanCell rollUp={rollUp} axis={props.axis} />
      </td>
      <td className={cx(cell, "hidden pl-3! whitespace-nowrap xl:table-cell")}>
        {plan.updatedAt !== null && format.shortAgo(plan.updatedAt, { now: props.now })}
      </td>
      <td className={cx(cell, "px-0 pr-2 text-right")}>
        <PlanMenu row={row} onAction={props.onAction} />
      </td>
    </tr>
  );
}

/** A zero is faint, so that the numbers that say something stand out. */
function NumberCell(props: {
  value: number | undefined;
  format: Format;
  isAwaited: boolean;
  tone?: string;
  className?: string;
}) {
  const { value, tone = "text-text" } = props;
  return (
    <td className={cx(cell, "text-right", props.className, value === 0 ? "text-faint" : tone)}>
      {value !== undefined && props.format.number(value)}
      {props.isAwaited && <Skeleton className="ml-auto w-6" />}
    </td>
  );
}

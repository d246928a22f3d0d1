import { useWords } from "../../i18n/use-words.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Meter } from "../../ui/meter.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { HealthCell } from "./health-cell.tsx";
import { isOld } from "./is-old.ts";
import type { ColumnKey } from "./overview-search.ts";
import { PeopleCell } from "./people-cell.tsx";
import type { PlanTableRowProps } from "./plan-table-row.tsx";
import { changeOf } from "./sort-rows.ts";
import { SpanCell } from "./span-cell.tsx";

/** What stands in one column of a plan's row. */
export function PlanCell(props: PlanTableRowProps & { column: ColumnKey }) {
  const words = useWords();
  const { row, format, column } = props;
  const { plan, project, rollUp, isAwaited } = row;
  switch (column) {
    case "name":
      return plan.name;
    case "project":
      return <span title={project.name}>{project.name}</span>;
    case "type":
      return words.overview.planType[plan.type];
    case "creator":
      return (
        <span className="flex items-center gap-1.5 text-text" title={plan.creator?.name}>
          <Avatar person={plan.creator} />
          <span className="truncate">{plan.creator?.name ?? words.common.nobody}</span>
        </span>
      );
    case "people":
      return isAwaited ? <Skeleton className="w-20" /> : <PeopleCell row={row} />;
    case "health":
      return <HealthCell row={row} withReason onExplain={props.onExplain} />;
    case "done":
      return <Done {...props} />;
    case "start":
      return <SpanCell rollUp={rollUp} axis={props.axis} />;
    case "updated":
      return <Changed {...props} />;
    default:
      return isAwaited ? (
        <Skeleton className="ml-auto w-6" />
      ) : (
        <Count value={rollUp?.[column]} tone={toneOf(column, props)} format={format} />
      );
  }
}

type CountKey = "items" | "overdue" | "unscheduled" | "unassigned" | "blocked";

/** Only what the plan's health names is coloured. */
function toneOf(column: CountKey, { row: { rollUp } }: PlanTableRowProps): string {
  if (column === "overdue") return "font-semibold text-danger-text";
  const isReason = rollUp?.reasons.some(({ rule }) => rule === column) === true;
  return isReason ? "font-semibold text-warning-text" : "text-text";
}

/** A zero is faint, so that the numbers that say something stand out. */
function Count({
  value,
  tone,
  format,
}: { value: number | undefined; tone: string } & Pick<PlanTableRowProps, "format">) {
  if (value === undefined) return null;
  return <span className={value === 0 ? "text-faint" : tone}>{format.number(value)}</span>;
}

function Done({ row: { rollUp, isAwaited }, format }: PlanTableRowProps) {
  if (rollUp === null) return isAwaited ? <Skeleton className="ml-auto w-16" /> : null;
  return (
    <span className="inline-flex items-center gap-2 align-middle">
      <Meter value={rollUp.progress} />
      <span className="w-8 text-text">{format.percent(rollUp.progress)}</span>
    </span>
  );
}

/** When something last changed; the sign beside it where the numbers themselves are of long ago. */
function Changed({ row, format, now }: PlanTableRowProps) {
  const words = useWords();
  const changedAt = changeOf(row);
  const old =
    row.readAt !== null && isOld(row.readAt, now) ? words.overview.readAt(format.ago(row.readAt, { now })) : null;
  return (
    <span className={cx("flex items-center gap-1", old !== null && "text-warning-text")} title={old ?? undefined}>
      {changedAt !== null && format.shortAgo(changedAt, { now })}
      {old !== null && <Icon name="clock" size={12} label={old} />}
    </span>
  );
}

import { Link } from "@tanstack/react-router";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Meter } from "../../ui/meter.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { HealthCell } from "./health-cell.tsx";
import { type PlanAction, PlanMenu } from "./plan-menu.tsx";
import type { PlanLine } from "./plan-lines.ts";
import type { PlanRow } from "./plan-rows.ts";
import { sayFirstReason } from "../../i18n/say-health.ts";
import type { SpanAxis } from "./span-axis.ts";
import { SpanCell } from "./span-cell.tsx";

export type PlanCardProps = {
  line: PlanLine;
  /** Its project is named over it. */
  isGrouped: boolean;
  /** A card with an edge, in a grid of cards. */
  isBoxed: boolean;
  axis: SpanAxis;
  onAction: (action: PlanAction) => void;
  onExplain: (row: PlanRow) => void;
};

export function PlanCard(props: PlanCardProps) {
  const words = useWords();
  const format = useFormat();
  const { isBoxed } = props;
  const { row, place } = props.line;
  const { plan, project, rollUp, isAwaited } = row;
  const reason = rollUp === null ? null : sayFirstReason(rollUp, words);
  const first = rollUp?.people[0];
  return (
    <div
      role="listitem"
      aria-setsize={place.siblings}
      aria-posinset={place.position}
      className={cx(
        "relative flex flex-col justify-center gap-1 active:bg-hover",
        isBoxed
          ? "m-1.5 h-30 rounded-lg border border-border bg-raised px-3.5 shadow-sm hover:border-border-strong"
          : "h-23 border-b border-border px-gutter",
      )}
    >
      <div className="flex items-center gap-2">
        <Icon
          name={plan.type === "gantt" ? "gantt" : "mind-map"}
          label={words.overview.planType[plan.type]}
          className="text-muted"
        />
        <Link
          to="/projects/$projectId/plans/$planId"
          params={{ projectId: project.id, planId: plan.id }}
          data-main=""
          title={plan.name}
          className="min-w-0 flex-1 scroll-mt-4 truncate text-md font-medium after:absolute after:inset-0"
        >
          {plan.name}
        </Link>
        <HealthCell row={row} onExplain={props.onExplain} />
        <PlanMenu row={row} onAction={props.onAction} />
      </div>
      <div className="flex items-center gap-2 text-xs text-muted">
        <span className="min-w-0 flex-1 truncate">
          {[...(props.isGrouped ? [] : [project.name]), ...(reason === null ? [] : [reason])].join(" · ")}
        </span>
        {isAwaited && <Skeleton className="w-24" />}
        {rollUp !== null && (
          <>
            <Meter value={rollUp.progress} />
            <span className="w-9 text-right text-text">{format.percent(rollUp.progress)}</span>
          </>
        )}
      </div>
      {isBoxed && rollUp !== null && (
        <p className="truncate text-xs text-muted">
          {[
            words.common.workItems(rollUp.items),
            ...(first === undefined ? [] : [words.overview.mostWork(first.person.name, first.open)]),
          ].join(" · ")}
        </p>
      )}
      <div className="h-6">
        <SpanCell rollUp={rollUp} axis={props.axis} />
      </div>
    </div>
  );
}

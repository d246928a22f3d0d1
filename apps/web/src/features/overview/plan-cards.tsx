import { Link } from "@tanstack/react-router";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useRowWindow } from "../../lib/use-row-window.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Meter } from "../../ui/meter.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { HealthCell } from "./health-cell.tsx";
import { type PlanAction, PlanMenu } from "./plan-menu.tsx";
import type { PlanRow } from "./plan-rows.ts";
import type { SpanAxis } from "./span-axis.ts";
import { SpanCell } from "./span-cell.tsx";

const CARD_HEIGHT_PX = 92;

/** The table on a phone: a card a plan. */
export function PlanCards(props: { rows: readonly PlanRow[]; axis: SpanAxis; onAction: (action: PlanAction) => void }) {
  const words = useWords();
  const { body, first, last, before, after } = useRowWindow({ count: props.rows.length, rowHeight: CARD_HEIGHT_PX });
  return (
    <ul ref={body} aria-label={words.overview.title} className="border-t border-border">
      {before > 0 && <li aria-hidden="true" style={{ height: before }} />}
      {props.rows.slice(first, last).map((row) => (
        <PlanCard key={row.plan.id} row={row} axis={props.axis} onAction={props.onAction} />
      ))}
      {after > 0 && <li aria-hidden="true" style={{ height: after }} />}
    </ul>
  );
}

function PlanCard(props: { row: PlanRow; axis: SpanAxis; onAction: (action: PlanAction) => void }) {
  const words = useWords();
  const format = useFormat();
  const { plan, project, rollUp, isAwaited } = props.row;
  return (
    <li className="relative flex h-23 flex-col justify-center gap-1 overflow-hidden border-b border-border px-gutter active:bg-hover">
      <div className="flex items-center gap-2">
        <Icon
          name={plan.type === "gantt" ? "gantt" : "mind-map"}
          label={words.overview.planType[plan.type]}
          className="text-muted"
        />
        <Link
          to="/projects/$projectId/plans/$planId"
          params={{ projectId: project.id, planId: plan.id }}
          className="min-w-0 flex-1 truncate text-md font-medium after:absolute after:inset-0"
        >
          {plan.name}
        </Link>
        {rollUp !== null && <HealthCell rollUp={rollUp} />}
        <PlanMenu row={props.row} onAction={props.onAction} />
      </div>
      <div className="flex items-center gap-2 text-xs text-muted">
        <span className="min-w-0 flex-1 truncate">{project.name}</span>
        {isAwaited && <Skeleton className="w-24" />}
        {!isAwaited && rollUp === null && words.overview.itemsUnread}
        {rollUp !== null && (
          <>
            <Meter value={rollUp.progress} />
            <span className="w-9 text-right text-text">{format.percent(rollUp.progress)}</span>
          </>
        )}
      </div>
      <div className="h-6">
        <SpanCell rollUp={rollUp} axis={props.axis} />
      </div>
    </li>
  );
}

import { useWords } from "../../i18n/use-words.ts";
import { Badge } from "../../ui/badge.tsx";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type { PlanRow } from "./plan-rows.ts";
import { sayFirstReason, sayHealth } from "../../i18n/say-health.ts";

export type HealthCellProps = {
  row: PlanRow;
  /** The first reason stands beside the health's name. */
  withReason?: boolean;
  /** Asks why. */
  onExplain: (row: PlanRow) => void;
};

/** Health as a shape, a word and the first reason; a press says all of them. On track stays grey: colour is for exceptions. */
export function HealthCell({ row, withReason = false, onExplain }: HealthCellProps) {
  const words = useWords();
  const { rollUp, isAwaited } = row;
  if (rollUp === null) return isAwaited ? <Skeleton className="w-24" /> : <Unread row={row} />;
  const { health } = rollUp;
  const name = words.overview.health[health];
  const reason = withReason ? sayFirstReason(rollUp, words) : null;
  const isAlarm = health === "late" || health === "at-risk";
  const said = sayHealth(rollUp, words);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <button
        type="button"
        aria-label={said}
        aria-haspopup="dialog"
        title={said}
        onClick={() => onExplain(row)}
        className="motion-hover relative flex min-h-6 min-w-0 items-center gap-1.5 rounded-sm text-xs text-muted hover:text-text"
      >
        {isAlarm ? (
          <Badge tone={health === "late" ? "danger" : "warning"} icon={`health-${health}`}>
            {name}
          </Badge>
        ) : (
          <span className="inline-flex shrink-0 items-center gap-1.5">
            <Icon
              name={`health-${health}`}
              size={14}
              className={cx("ml-px", health === "on-track" ? "text-positive-text" : "text-muted")}
            />
            {name}
          </span>
        )}
        {reason !== null && <span className="truncate">{reason}</span>}
      </button>
      <ReadProblem row={row} />
    </span>
  );
}

function Unread({ row }: { row: PlanRow }) {
  const words = useWords();
  const problem = row.error === undefined ? "" : words.errors[row.error.code];
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-xs text-warning-text" title={problem}>
      <Icon name="clock" size={14} />
      <span className="truncate">{words.common.sentences([words.overview.itemsUnread])}</span>
    </span>
  );
}

/** The numbers are those of an earlier reading, since this one failed. */
function ReadProblem({ row }: { row: PlanRow }) {
  const words = useWords();
  if (row.error === undefined) return null;
  const text = words.overview.readProblem(words.errors[row.error.code]);
  return (
    <span title={text} className="relative shrink-0 text-warning-text">
      <Icon name="clock" size={14} label={text} />
    </span>
  );
}

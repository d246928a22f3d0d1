import type { PlanRollUp } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import type { Words } from "../../i18n/words.ts";
import { Badge } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icons/icon.tsx";

/** Health as a shape, a word and the first reason. On track stays grey: colour is for exceptions. */
export function HealthCell(props: { rollUp: PlanRollUp; withReason?: boolean }) {
  const words = useWords();
  const { health } = props.rollUp;
  const name = words.overview.health[health];
  const reason = props.withReason === true && health !== "on-track" ? reasonText(props.rollUp, words) : null;
  if (health === "late" || health === "at-risk") {
    return (
      <span className="flex min-w-0 items-center gap-1.5">
        <Badge tone={health === "late" ? "danger" : "warning"} icon={`health-${health}`}>
          {name}
        </Badge>
        {reason !== null && <span className="truncate text-xs text-muted">{reason}</span>}
      </span>
    );
  }
  return (
    <span className="flex items-center gap-1.5 text-xs text-muted">
      <Icon
        name={`health-${health}`}
        size={14}
        className={health === "on-track" ? "mx-px text-positive-text" : "mx-px text-faint"}
      />
      {reason ?? name}
    </span>
  );
}

function reasonText(rollUp: PlanRollUp, words: Words): string | null {
  const [first] = rollUp.reasons;
  if (first === undefined) return null;
  if (first.rule === "empty") return words.overview.reason.empty;
  if (first.rule === "stale") return words.overview.reason.stale(first.days ?? 0);
  const isVeryLate = first.rule === "overdue" && first.days !== undefined && first.days >= VERY_LATE_DAYS;
  if (isVeryLate) return words.overview.reason.late(first.days ?? 0);
  return words.overview.reason[first.rule](first.count);
}

/** From here on how late says more than how many. */
const VERY_LATE_DAYS = 10;

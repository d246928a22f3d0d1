import { useQueryClient } from "@tanstack/react-query";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useNow } from "../../lib/clock.ts";
import type { OverviewProject } from "../../lib/overview.ts";
import { readProjectAnew } from "../../queries/overview-queries.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { HEALTH_TONES } from "./health-tones.ts";
import type { GroupLine } from "./plan-lines.ts";
import { isOld } from "./is-old.ts";

/** A project's name that folds its plans, how many there are, what is in trouble, and how fresh they are. */
export function GroupHead(props: { line: GroupLine; onFold: (projectId: string) => void }) {
  const words = useWords();
  const format = useFormat();
  const { group, isFolded, totals } = props.line;
  const { project } = group;
  return (
    <div className="flex min-w-0 items-center gap-2.5 text-xs text-muted">
      <button
        type="button"
        data-main=""
        aria-expanded={!isFolded}
        title={isFolded ? words.overview.unfoldGroup(project.name) : words.overview.foldGroup(project.name)}
        onClick={() => props.onFold(project.id)}
        className="flex h-7 min-w-0 scroll-mt-12 items-center gap-1.5 rounded-sm pr-1 text-sm font-semibold text-text outline-offset-1 hover:bg-hover"
      >
        <Icon name={isFolded ? "chevron-right" : "chevron-down"} size={14} className="text-muted" />
        <span className="truncate">{project.name}</span>
      </button>
      <span className="shrink-0">
        {totals.plans === 0 ? words.overview.groupNoPlans : words.overview.groupPlans(totals.plans)}
      </span>
      {(["late", "at-risk", "stale"] as const).map(
        (health) =>
          totals.byHealth[health] > 0 && (
            <span key={health} className="inline-flex shrink-0 items-center gap-1 max-md:hidden">
              <Icon name={`health-${health}`} size={14} className={HEALTH_TONES[health]} />
              <b className="font-semibold text-text">{format.number(totals.byHealth[health])}</b>
              {words.overview.healthCount[health]}
            </span>
          ),
      )}
      <GroupState group={group} />
    </div>
  );
}

function GroupState({ group }: { group: OverviewProject }) {
  const words = useWords();
  const format = useFormat();
  const client = useQueryClient();
  const now = useNow();
  const { project, readAt, error, isReading } = group;
  if (error !== null) {
    return (
      <span className="flex min-w-0 items-center gap-1.5 text-warning-text">
        <Icon name="clock" size={14} />
        <span className="truncate" title={words.errors[error.code]}>
          {readAt === null ? words.errors[error.code] : words.overview.asOf(format.time(readAt))}
        </span>
        <Button variant="link" busy={isReading} onClick={() => void readProjectAnew(client, project.id)}>
          {words.common.tryAgain}
        </Button>
      </span>
    );
  }
  return (
    <span className={cx("truncate", isOld(readAt, now) && "text-warning-text")}>
      {readAt === null
        ? isReading
          ? words.overview.groupReading
          : words.overview.groupNeverRead
        : words.common.readAgo(format.ago(readAt, { now }))}
    </span>
  );
}

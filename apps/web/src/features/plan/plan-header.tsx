import type { EpochMs, PlanDetail } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useNow } from "../../lib/clock.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Icon } from "../../ui/icons/icon.tsx";

const STALE_AFTER_MS = 5 * 60_000;

export type PlanHeaderProps = {
  detail: PlanDetail;
  /** Null until the items are read. */
  read: { total: number; at: EpochMs; overdue: number } | null;
  isReading: boolean;
  onReadAgain: () => void;
  /** Null where the plan takes no links. */
  backlog: { isOpen: boolean; toggle: () => void } | null;
  /** What else can be done with the plan, such as sharing it. */
  actions?: ReactNode;
};

/** What plan this is, how fresh it is, and the way to add to it. */
export function PlanHeader(props: PlanHeaderProps) {
  const { detail, read, backlog } = props;
  const words = useWords();
  return (
    <header className="flex min-h-(--g-head) shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border px-gutter py-2 short:min-h-0 short:py-1">
      <nav aria-label={words.plan.breadcrumb} className="hidden items-center gap-3 text-sm text-muted md:flex">
        <Link
          to="/"
          search={{ project: detail.project.id }}
          className="max-w-48 truncate hover:text-text hover:underline"
        >
          {detail.project.name}
        </Link>
        <span aria-hidden="true" className="text-faint">
          /
        </span>
      </nav>
      <h1 className="max-w-full min-w-0 truncate text-xl font-semibold max-md:flex-1" title={detail.plan.name}>
        {detail.plan.name}
      </h1>
      <Badge icon={detail.plan.type === "gantt" ? "gantt" : "mind-map"} className="max-md:hidden">
        {words.plan.types[detail.plan.type]}
      </Badge>
      {read !== null && read.overdue > 0 && (
        <Badge tone="danger" icon="health-late">
          {words.plan.overdueCount(read.overdue)}
        </Badge>
      )}
      <span className="flex-1 max-md:hidden" />
      {read !== null && <Freshness {...read} isReading={props.isReading} onReadAgain={props.onReadAgain} />}
      {props.actions}
      <Link
        to="/trends"
        search={{ project: detail.project.id, plan: detail.plan.id }}
        className={cx(buttonClass(), "max-md:hidden")}
      >
        <Icon name="trends" />
        {words.trends.open}
      </Link>
      {backlog !== null && (
        <Button
          variant={backlog.isOpen ? "secondary" : "primary"}
          icon={backlog.isOpen ? "close" : "add"}
          aria-expanded={backlog.isOpen}
          onClick={backlog.toggle}
        >
          <span className="max-md:sr-only">{backlog.isOpen ? words.plan.closeBacklog : words.plan.addWorkItems}</span>
        </Button>
      )}
    </header>
  );
}

function Freshness(props: { total: number; at: EpochMs; isReading: boolean; onReadAgain: () => void }) {
  const words = useWords();
  const format = useFormat();
  const now = useNow();
  const isStale = now - props.at > STALE_AFTER_MS;
  return (
    <span className="flex items-center gap-1 max-md:hidden">
      <span className={cx("text-xs", isStale ? "text-warning-text" : "text-muted")}>
        {words.plan.readCount(props.total, format.ago(props.at, { now }))}
      </span>
      <IconButton
        icon="retry"
        label={words.plan.readAgain}
        aria-busy={props.isReading || undefined}
        onClick={props.onReadAgain}
      />
    </span>
  );
}

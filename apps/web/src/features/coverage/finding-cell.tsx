import type { CoverageFinding, IsoDate } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { PersonName } from "../../ui/work-items/person-name.tsx";
import { StatusIcon } from "../../ui/work-items/status-icon.tsx";
import type { FindingColumn } from "./finding-columns.ts";
import { sayDates, sayReasons } from "./say-finding.ts";

/** More would leave none of them readable on one line. */
const PLANS_NAMED = 2;

type FindingCellProps = {
  column: Exclude<FindingColumn, "item">;
  finding: CoverageFinding;
  projectId: string;
  planNames: ReadonlyMap<string, string>;
  today: IsoDate;
};

/** One fact of an item, on one line. */
export function FindingCell({ column, finding, projectId, planNames, today }: FindingCellProps) {
  const { item } = finding;
  const words = useWords();
  const format = useFormat();
  switch (column) {
    case "number":
      return <span className="block truncate text-muted tabular-nums">{item.number}</span>;
    case "status":
      return (
        <span className="flex items-center gap-1.5">
          <StatusIcon phase={item.status.phase} />
          <span className="truncate">{item.status.name}</span>
        </span>
      );
    case "assignee":
      return (
        <span className="flex">
          <PersonName person={item.assignee} />
        </span>
      );
    case "dates": {
      const isUndated = item.start === null && item.end === null;
      return (
        <span className={`block truncate tabular-nums ${isUndated ? "text-muted" : ""}`}>
          {sayDates(item, { words, format, today })}
        </span>
      );
    }
    case "sprint":
      return (
        <span className={`block truncate ${item.sprint === null ? "text-muted" : ""}`} title={item.sprint?.name}>
          {item.sprint?.name ?? words.coverage.noSprint}
        </span>
      );
    case "plans":
      return <PlanLinks {...{ finding, projectId, planNames }} />;
    case "why": {
      const why = sayReasons(finding, { words, format, planNames });
      return (
        <span className="block truncate" title={why}>
          {why}
        </span>
      );
    }
  }
}

function PlanLinks({ finding, projectId, planNames }: Omit<FindingCellProps, "column" | "today">) {
  const words = useWords();
  const format = useFormat();
  const { item, planIds } = finding;
  const more = planIds.slice(PLANS_NAMED).map((id) => planNames.get(id) ?? id);
  return (
    <span className="flex gap-2">
      {planIds.slice(0, PLANS_NAMED).map((planId) => (
        <Link
          key={planId}
          to="/projects/$projectId/plans/$planId"
          params={{ projectId, planId }}
          search={{ item: item.id }}
          title={planNames.get(planId)}
          className="min-w-0 truncate text-accent-text hover:underline"
        >
          {planNames.get(planId)}
        </Link>
      ))}
      {more.length > 0 && (
        <span className="shrink-0 text-muted" title={format.list(more)}>
          {words.coverage.morePlans(more.length)}
        </span>
      )}
    </span>
  );
}

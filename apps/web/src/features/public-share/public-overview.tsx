import type { IsoDate, PublicPlan, ShareHide } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { sayHealth } from "../../i18n/say-health.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Badge } from "../../ui/badge.tsx";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Meter } from "../../ui/meter.tsx";
import { TableHead } from "../../ui/table-head.tsx";

const COUNTS = ["overdue", "unscheduled", "unassigned", "blocked"] as const;

/** A shared overview's plans, in the order in which they were shared. */
export function PublicOverview({ plans, hides }: { plans: readonly PublicPlan[]; hides: readonly ShareHide[] }) {
  const words = useWords();
  const { column } = words.overview;
  const hasProjects = !hides.includes("projects");
  const columns = [
    { key: "name", name: column.name, className: "min-w-40" },
    ...(hasProjects ? [{ key: "project", name: column.project, className: "max-md:hidden" }] : []),
    { key: "health", name: column.health, className: "min-w-24" },
    { key: "items", name: column.items, className: "max-md:hidden text-right" },
    { key: "done", name: column.done, className: "max-md:pr-gutter text-right" },
    ...COUNTS.map((key) => ({ key, name: column[key], className: "max-lg:hidden text-right" })),
    { key: "start", name: column.start, className: "max-md:hidden pl-6" },
  ];
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{words.overview.title}</caption>
        <TableHead columns={columns} className="h-9" />
        <tbody>
          {plans.map((plan) => (
            <PlanLine key={plan.key} plan={plan} hasProjects={hasProjects} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlanLine({ plan, hasProjects }: { plan: PublicPlan; hasProjects: boolean }) {
  const words = useWords();
  const format = useFormat();
  const { rollUp } = plan;
  return (
    <tr className="h-9 border-b border-border">
      <th scope="row" className="max-w-0 min-w-40 py-1 pr-1.5 pl-gutter text-left font-medium">
        <span className="flex min-w-0 items-center gap-2">
          <Icon
            name={plan.type === "gantt" ? "gantt" : "mind-map"}
            label={words.overview.planType[plan.type]}
            className="shrink-0 text-muted"
          />
          <span className="truncate" title={plan.name}>
            {plan.name}
          </span>
        </span>
      </th>
      {hasProjects && <td className="max-w-48 truncate px-1.5 text-muted max-md:hidden">{plan.project}</td>}
      <td className="px-1.5">
        {rollUp === null ? (
          <span className="text-xs text-muted">{words.share.page.notRead}</span>
        ) : (
          <Health rollUp={rollUp} />
        )}
      </td>
      <Count value={rollUp?.items} className="max-md:hidden" />
      <td className="px-1.5 text-right tabular-nums max-md:pr-gutter">
        {rollUp !== null && (
          <span className="inline-flex items-center gap-2">
            <Meter value={rollUp.progress} className="max-md:hidden" />
            {format.percent(rollUp.progress)}
          </span>
        )}
      </td>
      {COUNTS.map((key) => (
        <Count key={key} value={rollUp?.[key]} className="max-lg:hidden" />
      ))}
      <td className="py-1 pr-gutter pl-6 text-muted whitespace-nowrap max-md:hidden">
        {rollUp !== null && <Span {...rollUp} />}
      </td>
    </tr>
  );
}

function Span({ start, end }: { start: IsoDate | null; end: IsoDate | null }) {
  const words = useWords();
  const format = useFormat();
  if (start === null || end === null) return words.overview.noDates;
  return words.overview.span(format.day(start), format.day(end));
}

function Health({ rollUp }: { rollUp: NonNullable<PublicPlan["rollUp"]> }) {
  const words = useWords();
  const { health } = rollUp;
  const said = sayHealth(rollUp, words);
  const name = words.overview.health[health];
  return (
    <span title={said} className="inline-flex align-middle">
      {health === "late" || health === "at-risk" ? (
        <Badge tone={health === "late" ? "danger" : "warning"} icon={`health-${health}`}>
          {name}
        </Badge>
      ) : (
        <span className="inline-flex items-center gap-1.5 text-xs text-muted">
          <Icon name={`health-${health}`} size={14} />
          {name}
        </span>
      )}
    </span>
  );
}

function Count({ value, className }: { value: number | undefined; className: string }) {
  const format = useFormat();
  const isNothing = value === undefined || value === 0;
  return (
    <td className={cx("px-1.5 text-right tabular-nums", isNothing && "text-faint", className)}>
      {value === undefined ? "" : format.number(value)}
    </td>
  );
}

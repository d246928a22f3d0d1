import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import type { IconName } from "../../ui/icons/icons.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { StackedBar } from "../../ui/stacked-bar.tsx";
import type { Totals } from "./plan-rows.ts";

/** What all plans add up to. Null while nothing is known. */
export function TotalsStrip(props: { totals: Totals | null }) {
  const words = useWords();
  const { totals } = props;
  const { totals: names } = words.overview;
  return (
    <section
      aria-label={names.label}
      className="mx-gutter grid grid-cols-4 overflow-hidden rounded-lg border border-border bg-raised shadow-sm md:grid-cols-[repeat(4,minmax(5.5rem,9.5rem))_1fr]"
    >
      <Total name={names.plans} value={totals?.plans} />
      <Total name={names.gantts} value={totals?.gantts} />
      <Total name={names.minds} value={totals?.minds} />
      <Total
        name={names.atRisk}
        value={totals === null ? undefined : totals.byHealth.late + totals.byHealth["at-risk"]}
        alarming
      />
      <div className="col-span-4 flex flex-col justify-center gap-2 border-t border-border px-3 py-2.5 md:col-span-1 md:border-t-0 md:border-l md:px-5">
        {totals === null ? <Skeleton className="w-full" /> : <HealthBar totals={totals} />}
      </div>
    </section>
  );
}

function Total(props: { name: string; value: number | undefined; alarming?: boolean }) {
  const format = useFormat();
  const isAlarm = props.alarming === true && (props.value ?? 0) > 0;
  return (
    <dl className="flex min-w-0 flex-col-reverse justify-end border-l border-border px-2 py-2 first:border-l-0 md:px-5 md:py-2.5">
      <dt className="truncate text-xs text-muted">{props.name}</dt>
      <dd className={cx("text-xl font-medium md:text-2xl", isAlarm && "text-danger-text")}>
        {props.value === undefined ? <Skeleton className="my-2 h-4 w-10" /> : format.number(props.value)}
      </dd>
    </dl>
  );
}

function HealthBar(props: { totals: Totals }) {
  const words = useWords();
  const { byHealth, plans, overdue, unscheduled, unassigned } = props.totals;
  const { totals: names } = words.overview;
  return (
    <>
      <StackedBar
        total={plans}
        parts={[
          { key: "late", value: byHealth["late"], className: "bg-danger" },
          { key: "at-risk", value: byHealth["at-risk"], className: "bg-warning" },
        ]}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-xs text-muted">
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          <Count
            icon="health-late"
            tone="text-danger-text"
            value={byHealth["late"]}
            name={words.overview.healthCount["late"]}
          />
          <Count
            icon="health-at-risk"
            tone="text-warning-text"
            value={byHealth["at-risk"]}
            name={words.overview.healthCount["at-risk"]}
          />
          <Count
            icon="health-on-track"
            tone="text-positive-text"
            value={byHealth["on-track"]}
            name={words.overview.healthCount["on-track"]}
          />
          {byHealth.empty > 0 && (
            <Count
              icon="health-empty"
              tone="text-faint"
              value={byHealth.empty}
              name={words.overview.healthCount.empty}
            />
          )}
        </span>
        <span className="hidden gap-x-4 xl:flex">
          <Count value={overdue} name={names.overdue} />
          <Count value={unscheduled} name={names.unscheduled} />
          <Count value={unassigned} name={names.unassigned} />
        </span>
      </div>
    </>
  );
}

function Count(props: { icon?: IconName; tone?: string; value: number; name: string }) {
  const format = useFormat();
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {props.icon !== undefined && <Icon name={props.icon} className={props.tone ?? ""} />}
      <span>
        <b className="font-semibold text-text">{format.number(props.value)}</b> {props.name}
      </span>
    </span>
  );
}

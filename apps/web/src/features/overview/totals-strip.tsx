import type { PlanHealth } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { StackedBar } from "../../ui/stacked-bar.tsx";
import { HEALTH_TONES } from "./health-tones.ts";
import type { Totals } from "./totals.ts";

const HEALTHS: readonly PlanHealth[] = ["late", "at-risk", "stale", "on-track", "empty"];
/** On track is the bar's own ground: ink is for data, colour for exceptions. */
const SHARES = [
  { key: "late", className: "bg-danger" },
  { key: "at-risk", className: "bg-warning" },
  { key: "stale", className: "bg-border-strong" },
] as const;

/** What all plans add up to. Null while nothing is known. */
export function TotalsStrip(props: {
  totals: Totals | null;
  /** Asks how health is computed. */
  onExplain: () => void;
}) {
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
      <div className="col-span-4 flex min-h-19 min-w-0 flex-col justify-center gap-1.5 border-t border-border px-3 py-2.5 md:col-span-1 md:border-t-0 md:border-l md:px-5">
        <HealthBar totals={totals} onExplain={props.onExplain} />
      </div>
    </section>
  );
}

function Total(props: { name: string; value: number | undefined; alarming?: boolean }) {
  const format = useFormat();
  const isAlarm = props.alarming === true && (props.value ?? 0) > 0;
  return (
    <dl className="flex min-w-0 flex-col-reverse justify-end border-l border-border px-2 py-2 first:border-l-0 md:px-5 md:py-2.5">
      <dt className="text-xs text-muted md:truncate" title={props.name}>
        {props.name}
      </dt>
      <dd className={cx("text-xl font-medium md:text-2xl", isAlarm && "text-danger-text")}>
        {props.value === undefined ? <Skeleton className="my-2 h-4 w-10" /> : format.number(props.value)}
      </dd>
    </dl>
  );
}

function HealthBar(props: { totals: Totals | null; onExplain: () => void }) {
  const words = useWords();
  const { totals } = props;
  const { totals: names } = words.overview;
  return (
    <>
      {totals === null ? (
        <Skeleton className="w-full" />
      ) : (
        <StackedBar
          total={totals.plans}
          parts={SHARES.map((share) => ({ ...share, value: totals.byHealth[share.key] }))}
        />
      )}
      <div className="flex items-start justify-between gap-x-4 text-xs text-muted">
        <span className="flex min-h-4 flex-wrap gap-x-4 gap-y-1">
          {totals !== null &&
            HEALTHS.map((health) => (
              <Count
                key={health}
                health={health}
                value={totals.byHealth[health]}
                name={words.overview.healthCount[health]}
              />
            ))}
        </span>
        <Button variant="link" className="-mr-1 h-4! text-xs" onClick={props.onExplain}>
          {words.overview.rules.title}
        </Button>
      </div>
      <div className="flex min-h-4 flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {totals !== null && (
          <>
            <Count value={totals.overdue} name={names.overdue} />
            <Count value={totals.unscheduled} name={names.unscheduled} />
            <Count value={totals.unassigned} name={names.unassigned} />
            <Count value={totals.blocked} name={names.blocked} />
          </>
        )}
      </div>
    </>
  );
}

function Count(props: { health?: PlanHealth; value: number; name: string }) {
  const format = useFormat();
  const { health } = props;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {health !== undefined && <Icon name={`health-${health}`} className={HEALTH_TONES[health]} />}
      <span>
        <b className={cx("font-semibold", props.value === 0 ? "text-faint" : "text-text")}>
          {format.number(props.value)}
        </b>{" "}
        {props.name}
      </span>
    </span>
  );
}

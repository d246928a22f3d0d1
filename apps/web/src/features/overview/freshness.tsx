import type { EpochMs } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useNow } from "../../lib/clock.ts";
import type { Overview } from "../../lib/overview.ts";
import { cx } from "../../ui/class-names.ts";
import { isOld } from "./is-old.ts";

/** How many plans, and how fresh: while a reading runs, as of when that stands which is not read yet; amber after five minutes. */
export function Freshness(props: { overview: Overview | undefined; plans: number; isReading: boolean }) {
  const words = useWords();
  const format = useFormat();
  const now = useNow();
  const { overview, isReading } = props;
  if (overview === undefined || overview.projects.length === 0) return null;
  const { projects } = overview;
  const read = projects.filter((one) => !one.isReading).length;
  const asOf = isReading ? oldestAwaited(overview) : null;
  const parts = [
    words.overview.summary(props.plans, projects.length),
    ...(asOf === null ? [] : [words.overview.asOf(sayWhen(asOf, { now, format }))]),
    ...(isReading ? [words.overview.reading(read, projects.length)] : []),
    ...(isReading || overview.readAt === null ? [] : [words.common.readAgo(format.ago(overview.readAt, { now }))]),
  ];
  const isAmber = isOld(isReading ? asOf : overview.readAt, now);
  return (
    <p className="min-w-0 truncate text-xs text-muted max-md:order-last max-md:-mt-1 max-md:w-full">
      <span className="max-md:hidden">
        {parts[0]}
        {parts.length > 1 && words.common.comma}
      </span>
      <span className={cx("tabular-nums", isAmber && "text-warning-text")}>
        {parts.slice(1).join(words.common.comma)}
      </span>
    </p>
  );
}

/** When that was read which is shown and not read again yet. */
function oldestAwaited({ projects }: Overview): EpochMs | null {
  const times = projects.flatMap(({ isReading, readAt, plans }) =>
    isReading && readAt !== null && plans.length > 0 ? [readAt] : [],
  );
  return times.length === 0 ? null : Math.min(...times);
}

const HALF_DAY_MS = 43_200_000;

/** "09:12"; with the day where it was another one. */
function sayWhen(at: EpochMs, { now, format }: { now: EpochMs; format: ReturnType<typeof useFormat> }): string {
  return now - at < HALF_DAY_MS ? format.time(at) : format.instant(at);
}

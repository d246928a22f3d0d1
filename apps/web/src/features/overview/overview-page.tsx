import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { overviewQueries } from "../../queries/overview-queries.ts";
import { sessionQueries } from "../../queries/session-queries.ts";
import { cx } from "../../ui/class-names.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { FailedProjects } from "./failed-projects.tsx";
import { NewPlanDialog } from "./new-plan-dialog.tsx";
import { NoRows } from "./no-rows.tsx";
import { OverviewHead } from "./overview-head.tsx";
import { type OverviewSearch, fromSort, type SortKey, toFilters, toSort } from "./overview-search.ts";
import { OverviewSkeleton } from "./overview-skeleton.tsx";
import { OverviewToolbar } from "./overview-toolbar.tsx";
import { PlanActionDialog } from "./plan-action-dialog.tsx";
import { PlanCards } from "./plan-cards.tsx";
import type { PlanAction } from "./plan-menu.tsx";
import { filterRows, sortRows, toRows, totalsOf } from "./plan-rows.ts";
import { PlansTable } from "./plans-table.tsx";
import { Presets } from "./presets.tsx";
import { makeAxis } from "./span-axis.ts";
import { TotalsStrip } from "./totals-strip.tsx";

/** The chart is heavy and comes only when it is asked for. */
const TimelineView = lazy(async () => ({ default: (await import("./timeline-view.tsx")).TimelineView }));

export type OverviewPageProps = {
  search: OverviewSearch;
  onSearchChange: (search: OverviewSearch) => void;
};

export function OverviewPage(props: OverviewPageProps) {
  const { search, onSearchChange } = props;
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  const isNarrow = useMediaQuery(media.phone);
  usePageTitle(words.overview.title);
  const reading = useQuery(overviewQueries.all());
  const me = useQuery(sessionQueries.current()).data?.session?.userId;
  const [action, setAction] = useState<PlanAction | null>(null);
  const [isCreating, setCreating] = useState(false);

  const overview = reading.data;
  const sort = useMemo(() => toSort(search.sort), [search.sort]);
  const axis = useMemo(() => makeAxis(today), [today]);
  const isReading = reading.isFetching;
  const rows = useMemo(() => (overview === undefined ? [] : toRows(overview, { isReading })), [overview, isReading]);
  const shown = useMemo(
    () => sortRows(filterRows(rows, toFilters(search)), { sort, format }),
    [rows, search, sort, format],
  );
  const totals = useMemo(() => totalsOf(rows), [rows]);
  const change = (changes: Partial<OverviewSearch>) => onSearchChange({ ...search, ...changes });
  const onSort = (key: SortKey) =>
    change({ sort: fromSort({ key, descending: sort.key === key ? !sort.descending : false }) });

  const hasNothing = overview === undefined || overview.projects.length === 0;
  const isTimeline = search.view === "timeline";
  const isWaiting = isReading && rows.length === 0;
  // A filter by health finds nothing before the numbers are there.
  const isFinding = shown.length === 0 && (isWaiting || rows.some(({ isAwaited }) => isAwaited));

  return (
    <div className={cx("flex flex-col", isTimeline ? "h-full" : "min-h-full")}>
      <OverviewHead
        overview={overview}
        plans={rows.length}
        isReading={isReading}
        view={search.view ?? "table"}
        onViewChange={(view) => change({ view: view === "timeline" ? view : undefined })}
        onCreate={() => setCreating(true)}
      />
      {reading.isError && hasNothing ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <>
          <TotalsStrip totals={isWaiting ? null : totals} />
          <Presets rows={rows} me={me} search={search} onChange={onSearchChange} />
          <OverviewToolbar rows={rows} shown={shown.length} search={search} onChange={change} />
          <FailedProjects projects={overview?.projects ?? []} />
          {isFinding && <OverviewSkeleton />}
          {!isFinding && shown.length === 0 && (
            <NoRows
              reason={hasNothing ? "no-projects" : rows.length === 0 ? "no-plans" : "no-match"}
              onClear={() => onSearchChange({ view: search.view, sort: search.sort })}
              onCreate={() => setCreating(true)}
              onRefresh={() => void reading.refetch()}
            />
          )}
          {shown.length > 0 && isTimeline && (
            <Suspense fallback={<OverviewSkeleton />}>
              <TimelineView rows={shown} today={today} />
            </Suspense>
          )}
          {shown.length > 0 && !isTimeline && isNarrow && <PlanCards rows={shown} axis={axis} onAction={setAction} />}
          {shown.length > 0 && !isTimeline && !isNarrow && (
            <PlansTable rows={shown} axis={axis} sort={sort} onSort={onSort} onAction={setAction} />
          )}
        </>
      )}
      <NewPlanDialog open={isCreating} onClose={() => setCreating(false)} />
      <PlanActionDialog action={action} onClose={() => setAction(null)} />
    </div>
  );
}

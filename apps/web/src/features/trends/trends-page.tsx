import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { addDays } from "@gantry/schedule";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { useWords } from "../../i18n/use-words.ts";
import { sumTrends } from "../../lib/trends.ts";
import { projectQueries } from "../../queries/project-queries.ts";
import { trendQueries } from "../../queries/trend-queries.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ReportHead } from "../../ui/report-head.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { BurnUpPane } from "./burn-up-pane.tsx";
import { DriftPane } from "./drift-pane.tsx";
import { HistoryNotes } from "./history-notes.tsx";
import { TrendsBack } from "./trends-back.tsx";
import { DEFAULT_DAYS, type TrendsSearch } from "./trends-search.ts";
import { TrendsToolbar } from "./trends-toolbar.tsx";

/** The plan is shown so far ahead of today, as a part of the days behind. */
const AHEAD_SHARE = 1 / 3;

/** How a plan, or everything that one sees, went: burn-up and drift, with what nobody knows. */
export function TrendsPage({
  search,
  onSearchChange,
}: {
  search: TrendsSearch;
  onSearchChange: (search: TrendsSearch) => void;
}) {
  const { trends: said } = useWords();
  usePageTitle(said.title);
  const days = search.days ?? DEFAULT_DAYS;
  const reading = useQuery(trendQueries.of({ project: search.project, plan: search.plan, days }));
  const plans = useQuery({ ...projectQueries.plans(search.project ?? ""), enabled: search.plan !== undefined });
  const { projects = [], range = null } = reading.data ?? {};
  const until = range === null ? null : addDays(range.to, Math.round(Number(days) * AHEAD_SHARE));
  const sum = useMemo(
    () =>
      until === null
        ? null
        : sumTrends(
            projects.flatMap(({ trend }) => trend ?? []),
            { latest: until },
          ),
    [projects, until],
  );
  const [only] = projects.length === 1 ? projects : [];
  const name =
    plans.data?.find(({ id }) => id === search.plan)?.name ??
    (search.project === undefined ? said.allProjects : (only?.project.name ?? said.allProjects));
  const isEmpty = sum !== null && sum.points.length > 0 && sum.points.every(({ scope }) => scope === 0);
  const isOver = reading.data !== undefined && projects.every(({ isReading }) => !isReading);
  return (
    <div className="pb-8">
      <ReportHead
        title={said.title}
        back={<TrendsBack project={search.project} plan={search.plan} name={name} />}
        projects={{
          read: projects.filter(({ trend, isReading }) => trend !== null && !isReading).length,
          all: projects.length,
        }}
        readAt={reading.data?.readAt ?? null}
        isReading={reading.isFetching}
        onReadAgain={() => void reading.refetch()}
      />
      <TrendsToolbar search={search} onChange={(change) => onSearchChange({ ...search, ...change })} />
      {reading.isError && projects.length === 0 ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <>
          <HistoryNotes projects={projects} />
          {sum === null || range === null || until === null || sum.points.length === 0 ? (
            !isOver && <ChartSkeleton />
          ) : isEmpty && isOver ? (
            <EmptyState icon="plans" text={said.noItems} />
          ) : (
            <>
              <BurnUpPane sum={sum} name={name} to={range.to} until={until} isTable={search.view === "table"} />
              <DriftPane drift={sum.drift} />
            </>
          )}
        </>
      )}
    </div>
  );
}

function ChartSkeleton() {
  const words = useWords();
  return (
    <output className="motion-late block px-gutter py-6">
      <span className="sr-only">{words.common.loading}</span>
      <Skeleton className="mb-4 w-40" />
      <Skeleton className="h-64 w-full" />
    </output>
  );
}

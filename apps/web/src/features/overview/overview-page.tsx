import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { saveFile } from "../../lib/save-file.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { sessionQueries } from "../../queries/session-queries.ts";
import { cx } from "../../ui/class-names.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { showToast } from "../../ui/toasts.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import { FailedProjects } from "./failed-projects.tsx";
import { HealthDialog } from "./health-dialog.tsx";
import { NewPlanDialog } from "./new-plan-dialog.tsx";
import { NoRows } from "./no-rows.tsx";
import { toOverviewCsv } from "./overview-csv.ts";
import { OverviewHead } from "./overview-head.tsx";
import {
  type ColumnKey,
  flipValue,
  fromSort,
  fromValues,
  noFilters,
  type OverviewSearch,
  toList,
  toSort,
} from "./overview-search.ts";
import { OverviewSkeleton } from "./overview-skeleton.tsx";
import { OverviewToolbar } from "./overview-toolbar.tsx";
import { PlanActionDialog } from "./plan-action-dialog.tsx";
import { PlanCards } from "./plan-cards.tsx";
import { flipGroup } from "./plan-lines.ts";
import type { PlanAction } from "./plan-menu.tsx";
import type { PlanRow } from "./plan-rows.ts";
import { PlansTable } from "./plans-table.tsx";
import { ReadingProgress } from "./reading-progress.tsx";
import { makeAxis } from "./span-axis.ts";
import { TotalsStrip } from "./totals-strip.tsx";
import { useColumns } from "./use-columns.ts";
import { useOverviewLines } from "./use-overview-lines.ts";
import { createCountOf } from "./count-of.ts";
import { fromViewText, presetsOf, toViewText } from "./view-search.ts";

/** The chart is heavy and comes only when it is asked for. */
const TimelineView = lazy(async () => ({ default: (await import("./timeline-view.tsx")).TimelineView }));

/** What the row of views over the page needs to know. */
type OverviewViews = {
  /** The query of what is shown. */
  search: string;
  builtIn: readonly { key: string; label: string; search: string }[];
  onChange: (search: string) => void;
  countOf: (search: string) => number;
};

export type OverviewPageProps = {
  search: OverviewSearch;
  onSearchChange: (search: OverviewSearch) => void;
  /** The row of views, which is a feature of its own. */
  views: (views: OverviewViews) => ReactNode;
  /** What else can be done with the plans that are shown, in their order. */
  actions?: (shown: readonly PlanRow[]) => ReactNode;
};

export function OverviewPage(props: OverviewPageProps) {
  const { search, onSearchChange } = props;
  const words = useWords();
  const today = useToday();
  const isPhone = useMediaQuery(media.phone);
  usePageTitle(words.overview.title);
  const me = useQuery(sessionQueries.current()).data?.session?.userId;
  const [action, setAction] = useState<PlanAction | null>(null);
  const [explained, setExplained] = useState<PlanRow | "all" | null>(null);
  const [isCreating, setCreating] = useState(false);
  const { reading, isReading, overview, rows, shown, shownSort, lines, totals, order } = useOverviewLines(search);
  const axis = useMemo(() => makeAxis(today), [today]);
  const openIds = useMemo(() => toList(search.open), [search.open]);
  const change = (changes: Partial<OverviewSearch>) => onSearchChange({ ...search, ...changes });
  const { columns, choice } = useColumns(search, change);
  const view = search.view ?? (isPhone ? "cards" : "table");
  const isTimeline = view === "timeline";
  const hasNothing = overview.projects.length === 0;
  const isWaiting = isReading && rows.length === 0;
  // A filter by health finds nothing before the numbers are there.
  const isFinding = lines.length === 0 && (isWaiting || rows.some(({ isAwaited }) => isAwaited));

  const onSort = (key: ColumnKey) => {
    const sort = toSort(search.sort);
    change({ sort: fromSort({ key, descending: sort.key === key ? !sort.descending : false }) });
  };
  const onFold = (projectId: string) =>
    change({ folded: fromValues(flipGroup(toList(search.folded), { projectId, overview })) });
  const onExport = () => {
    const file = new Blob([toOverviewCsv(shown, words)], { type: "text/csv;charset=utf-8" });
    saveFile(`gantry-plans ${today}.csv`, file);
    showToast({ text: words.overview.exported(shown.length), topic: "overview-csv" });
  };
  const openView = useCallback(
    (text: string) => onSearchChange({ ...fromViewText(text), folded: undefined, open: undefined }),
    [onSearchChange],
  );
  const countOf = useMemo(() => createCountOf(rows), [rows]);
  const views = {
    search: toViewText(search),
    builtIn: presetsOf(search, me).map((one) => ({ ...one, label: words.overview.presets[one.key] })),
    onChange: openView,
    countOf,
  };
  const given = { lines, overview, axis, order, onAction: setAction, onExplain: setExplained, onFold };

  return (
    <div className={cx("flex flex-col", isTimeline ? "h-full *:shrink-0" : "min-h-full")}>
      <OverviewHead
        overview={reading.data}
        plans={rows.length}
        isReading={isReading}
        view={view}
        onViewChange={(next) => change({ view: next === (isPhone ? "cards" : "table") ? undefined : next })}
        onCreate={() => setCreating(true)}
        onExport={onExport}
        actions={props.actions?.(shown)}
      />
      <ReadingProgress overview={reading.data} isReading={isReading} />
      {reading.isError && hasNothing ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <>
          <TotalsStrip totals={isWaiting ? null : totals} onExplain={() => setExplained("all")} />
          {props.views(views)}
          <OverviewToolbar rows={rows} shown={shown.length} search={search} onChange={change}>
            {view === "table" && <ColumnChooser choice={choice} />}
          </OverviewToolbar>
          <FailedProjects projects={overview.projects} />
          {isFinding && <OverviewSkeleton />}
          {!isFinding && lines.length === 0 && (
            <NoRows
              reason={hasNothing ? "no-projects" : rows.length === 0 ? "no-plans" : "no-match"}
              onClear={() => change(noFilters)}
              onCreate={() => setCreating(true)}
              onRefresh={() => void reading.refetch()}
            />
          )}
          {lines.length > 0 && isTimeline && (
            <Suspense fallback={<OverviewSkeleton />}>
              <TimelineView
                lines={lines}
                rows={shown}
                isGrouped={search.group !== undefined}
                openIds={openIds}
                today={today}
                onFold={onFold}
                onOpen={(planId) => change({ open: flipValue(search.open, planId) })}
              />
            </Suspense>
          )}
          {lines.length > 0 && view === "cards" && <PlanCards {...given} />}
          {lines.length > 0 && view === "table" && (
            <PlansTable {...given} columns={columns} sort={shownSort} onSort={onSort} />
          )}
        </>
      )}
      <NewPlanDialog open={isCreating} onClose={() => setCreating(false)} />
      <PlanActionDialog action={action} onClose={() => setAction(null)} />
      <HealthDialog of={explained} onClose={() => setExplained(null)} />
    </div>
  );
}

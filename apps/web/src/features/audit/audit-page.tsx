import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { useWords } from "../../i18n/use-words.ts";
import { auditQueries } from "../../queries/audit-queries.ts";
import { projectQueries } from "../../queries/project-queries.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { type AuditSearch, isFiltered } from "./audit-search.ts";
import { AuditTable } from "./audit-table.tsx";
import { ChainNote } from "./chain-note.tsx";
import { toAuditFilter } from "./to-audit-filter.ts";

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Who did what and when, in the projects that one may see; with the file that proves it. */
export function AuditPage(props: { search: AuditSearch; onSearchChange: (search: AuditSearch) => void }) {
  const { search, onSearchChange } = props;
  const words = useWords();
  const said = words.audit;
  usePageTitle(said.title);
  const filter = useMemo(() => toAuditFilter(search), [search]);
  const reading = useInfiniteQuery(auditQueries.list(filter));
  const projects = useQuery(projectQueries.all());
  const rows = useMemo(() => reading.data?.pages.flatMap((page) => page.items) ?? [], [reading.data]);
  const projectNames = useMemo(() => new Map(projects.data?.map(({ id, name }) => [id, name])), [projects.data]);
  const head = reading.data?.pages[0]?.head;
  return (
    <div className="pb-8">
      <header className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-gutter py-2.5">
        <nav aria-label={words.changeSet.breadcrumb} className="flex items-center gap-3 text-sm text-muted">
          <Link to="/changes" className="hover:text-text hover:underline">
            {words.changeSet.changes}
          </Link>
          <span aria-hidden="true" className="text-faint">
            /
          </span>
        </nav>
        <h1 className="text-xl font-semibold tracking-tight">{said.title}</h1>
        <span className="flex-1" />
        <a href="/api/audit/export" download="gantry-audit.jsonl" className={buttonClass()}>
          <Icon name="export" />
          {said.exportLog}
        </a>
      </header>
      <ChainNote head={head} />
      <AuditFilters search={search} rows={rows} projectNames={projectNames} onChange={onSearchChange} />
      {reading.isPending &&
        ROWS.map((row) => (
          <div key={row} className="flex h-9 items-center gap-8 border-b border-border px-gutter">
            <Skeleton className="w-24" />
            <Skeleton className="w-28" />
            <Skeleton className="w-64" />
          </div>
        ))}
      {reading.isError && rows.length === 0 && (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      )}
      {reading.isSuccess && rows.length === 0 && (
        <EmptyState
          icon="lock"
          text={isFiltered(search) ? said.nothingFits : said.empty}
          action={isFiltered(search) && <Button onClick={() => onSearchChange({})}>{said.clearFilters}</Button>}
        />
      )}
      {rows.length > 0 && <AuditTable rows={rows} projectNames={projectNames} />}
      {reading.hasNextPage && (
        <div className="px-gutter py-3">
          <Button busy={reading.isFetchingNextPage} onClick={() => void reading.fetchNextPage()}>
            {said.more}
          </Button>
        </div>
      )}
    </div>
  );
}

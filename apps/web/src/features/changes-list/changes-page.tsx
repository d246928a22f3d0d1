import { Link } from "@tanstack/react-router";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { type ChangesSearch, isFiltered } from "./changes-search.ts";
import { ChangesSkeleton } from "./changes-skeleton.tsx";
import { ChangesTable } from "./changes-table.tsx";
import { ChangesToolbar } from "./changes-toolbar.tsx";
import { useChanges } from "./use-changes.ts";

export type ChangesPageProps = { search: ChangesSearch; onSearchChange: (search: ChangesSearch) => void };

/** Every change set of the projects that one may see: what is under way, then what has ended. */
export function ChangesPage({ search, onSearchChange }: ChangesPageProps) {
  const { changesList: said } = useWords();
  const changes = useChanges(search);
  usePageTitle(said.title);
  const shown = changes.open.length + changes.finished.length;
  const isEmpty = shown === 0 && !changes.isPending && changes.error === null;
  return (
    <div className="pb-8">
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 px-gutter py-2.5">
        <h1 className="text-xl font-semibold tracking-tight">{said.title}</h1>
        <p className="min-w-0 text-xs text-muted max-md:order-last max-md:w-full">{said.lead}</p>
        <span className="flex-1" />
        <Link to="/changes/audit" className={buttonClass()}>
          <Icon name="lock" />
          {said.toAudit}
        </Link>
      </div>
      <ChangesToolbar search={search} onChange={onSearchChange} />
      {changes.isPending && <ChangesSkeleton />}
      {changes.error !== null && shown === 0 && <ErrorState error={changes.error} onRetry={changes.readAgain} />}
      {isEmpty && isFiltered(search) && (
        <EmptyState
          icon="changes"
          text={said.nothingFits}
          action={<Button onClick={() => onSearchChange({})}>{said.clearFilters}</Button>}
        />
      )}
      {isEmpty && !isFiltered(search) && (
        <EmptyState
          icon="changes"
          text={said.empty}
          action={
            <Link to="/" className={buttonClass()}>
              {said.toPlans}
            </Link>
          }
        />
      )}
      {!changes.isPending && shown > 0 && <ChangesTable open={changes.open} finished={changes.finished} />}
      {changes.readMore !== null && (
        <div className="flex items-center gap-3 px-gutter py-3">
          <Button busy={changes.isReadingMore} onClick={changes.readMore}>
            {said.more}
          </Button>
          <span className="text-xs text-muted">{said.shown(shown, changes.total)}</span>
        </div>
      )}
    </div>
  );
}

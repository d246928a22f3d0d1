import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/use-words.ts";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { changeSetQueries } from "../../queries/change-set-queries.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ChangesSkeleton } from "./changes-skeleton.tsx";
import { ChangesTable } from "./changes-table.tsx";

export function ChangesPage() {
  const words = useWords();
  const reading = useInfiniteQuery(changeSetQueries.list());
  usePageTitle(words.changesList.title);
  const changeSets = reading.data?.pages.flatMap((page) => page.items) ?? [];
  const total = reading.data?.pages[0]?.total ?? 0;
  return (
    <div className="pb-8">
      <div className="flex min-h-14 flex-col justify-center gap-x-3 px-gutter py-2.5 md:flex-row md:items-center md:justify-start">
        <h1 className="text-xl font-semibold tracking-tight">{words.changesList.title}</h1>
        <p className="text-xs text-muted">{words.changesList.lead}</p>
      </div>
      {reading.isPending && <ChangesSkeleton />}
      {reading.isError && changeSets.length === 0 && (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      )}
      {reading.isSuccess && changeSets.length === 0 && (
        <EmptyState
          icon="changes"
          text={words.changesList.empty}
          action={
            <Link to="/" className={buttonClass()}>
              {words.changesList.toPlans}
            </Link>
          }
        />
      )}
      {changeSets.length > 0 && <ChangesTable changeSets={changeSets} />}
      {reading.hasNextPage && (
        <div className="flex items-center gap-3 px-gutter py-3">
          <Button busy={reading.isFetchingNextPage} onClick={() => void reading.fetchNextPage()}>
            {words.changesList.more}
          </Button>
          <span className="text-xs text-muted">{words.changesList.shown(changeSets.length, total)}</span>
        </div>
      )}
    </div>
  );
}

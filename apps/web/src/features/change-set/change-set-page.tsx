import type { ChangeResult, ChangeSet, Outcome } from "@gantry/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { changeSetQueries } from "../../queries/change-set-queries.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { type TabItem, Tabs } from "../../ui/tabs.tsx";
import { ChangeSetProgress } from "../../ui/work-items/change-set-progress.tsx";
import { countOf, OUTCOMES, outcomeIcons, outcomeTones } from "../../ui/work-items/outcomes.ts";
import { ChangeSetHeader } from "./change-set-header.tsx";
import type { ChangeSetSearch } from "./change-set-search.ts";
import { ChangeSetSide } from "./change-set-side.tsx";
import { ChangeSetSkeleton } from "./change-set-skeleton.tsx";
import { ResultsTable } from "./results-table.tsx";
import { titleOf } from "./title.ts";

const ASK_AGAIN_MS = 4_000;

export type ChangeSetPageProps = {
  id: string;
  search: ChangeSetSearch;
  onSearchChange: (search: ChangeSetSearch) => void;
  onOpen: (id: string) => void;
};

/** One change set: how far it is, what became of each change and why, and the ways on. */
export function ChangeSetPage({ id, search, onSearchChange, onOpen }: ChangeSetPageProps) {
  const words = useWords();
  const { outcome } = search;
  const query = useInfiniteQuery({
    ...changeSetQueries.detail(id, { outcome }),
    // Live events bring the news; asking again covers a broken stream.
    refetchInterval: (asked) => (asked.state.data?.pages[0]?.changeSet.state === "finished" ? false : ASK_AGAIN_MS),
    placeholderData: (previous, asked) => (asked?.queryKey[2] === id ? previous : undefined),
  });
  const changeSet = query.data?.pages[0]?.changeSet;
  const results = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  usePageTitle(changeSet === undefined ? words.changeSet.changes : titleOf(changeSet, words));

  if (changeSet === undefined) {
    return query.error === null ? (
      <ChangeSetSkeleton />
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ChangeSetHeader changeSet={changeSet} onOpen={onOpen} />
      <div className="shrink-0 px-gutter pb-4">
        <ChangeSetProgress changeSet={changeSet} end={<Aside changeSet={changeSet} />} />
      </div>
      <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col max-lg:min-h-96">
          <Results
            changeSet={changeSet}
            outcome={outcome}
            results={results}
            onOutcome={(next) => onSearchChange({ outcome: next })}
            hasMore={query.hasNextPage}
            onMore={() => {
              if (!query.isFetchingNextPage) void query.fetchNextPage();
            }}
          />
        </div>
        <ChangeSetSide changeSet={changeSet} />
      </div>
    </div>
  );
}

function Aside({ changeSet }: { changeSet: ChangeSet }) {
  const words = useWords();
  if (changeSet.state === "finished") return null;
  if (changeSet.state === "waiting-for-sign-in") {
    return (
      <span className="text-warning-text">
        {words.changeSet.waitingForSignIn(words.common.changes(changeSet.total))}
      </span>
    );
  }
  if (changeSet.state === "waiting-for-codearts") {
    return <span className="text-warning-text">{words.changeSet.waitingForCodeArts}</span>;
  }
  return words.changeSet.goesOn;
}

const ALL = "all";

function Results(props: {
  changeSet: ChangeSet;
  outcome: Outcome | undefined;
  results: readonly ChangeResult[];
  onOutcome: (outcome: Outcome | undefined) => void;
  hasMore: boolean;
  onMore: () => void;
}) {
  const { changeSet } = props;
  const words = useWords();
  const format = useFormat();
  const shown = OUTCOMES.filter((outcome) => countOf(changeSet, outcome) > 0 || outcome === props.outcome);
  const tabs: TabItem<Outcome | typeof ALL>[] = [
    { value: ALL, label: words.changeSet.all, count: format.number(changeSet.total) },
    ...shown.map((outcome) => ({
      value: outcome,
      label: words.changes.outcome[outcome],
      count: format.number(countOf(changeSet, outcome)),
      icon: outcomeIcons[outcome],
      iconClassName: outcomeTones[outcome],
    })),
  ];
  return (
    <Tabs
      label={words.changeSet.outcomes}
      value={props.outcome ?? ALL}
      tabs={tabs}
      onChange={(value) => props.onOutcome(value === ALL ? undefined : value)}
      panelClassName="flex min-h-0 flex-1 flex-col"
    >
      {props.results.length === 0 ? (
        <EmptyState icon="outcome-unchanged" text={words.changeSet.nothingHere} />
      ) : (
        <ResultsTable results={props.results} onNearEnd={props.hasMore ? props.onMore : undefined} />
      )}
    </Tabs>
  );
}

import type { ChangeSet } from "@gantry/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { changeSetQueries, type ListFilter } from "../../queries/change-set-queries.ts";
import type { ChangesSearch } from "./changes-search.ts";

/** Live events bring the news; asking again covers a broken stream. */
const ASK_AGAIN_MS = 10_000;

/** What is under way, and what has ended, page by page; both as the address filters them. */
export function useChanges({ by, project, plan }: ChangesSearch) {
  const filter = { by, projectId: project, planId: plan };
  const open = useChangeSets({ ...filter, state: "open" });
  const finished = useChangeSets({ ...filter, state: "finished" });
  const more = [open, finished].find(({ reading }) => reading.hasNextPage)?.reading;
  return {
    open: open.items,
    finished: finished.items,
    total: open.total + finished.total,
    isPending: open.reading.isPending || finished.reading.isPending,
    error: open.reading.error ?? finished.reading.error,
    readAgain: () => [open, finished].forEach(({ reading }) => void (reading.isError && reading.refetch())),
    /** Reads the next page; null where there is none. */
    readMore: more === undefined ? null : () => void more.fetchNextPage(),
    isReadingMore: open.reading.isFetchingNextPage || finished.reading.isFetchingNextPage,
  };
}

function useChangeSets(filter: ListFilter) {
  const reading = useInfiniteQuery({
    ...changeSetQueries.list(filter),
    refetchInterval: ({ state }) =>
      filter.state === "open" && state.data?.pages.some(({ items }) => items.length > 0) === true
        ? ASK_AGAIN_MS
        : false,
  });
  // What came in since a page was read moves the others on: a change set can then stand on two.
  const items = useMemo(() => {
    const byId = new Map<string, ChangeSet>();
    for (const page of reading.data?.pages ?? []) for (const one of page.items) byId.set(one.id, one);
    return [...byId.values()];
  }, [reading.data]);
  return { reading, items, total: reading.data?.pages[0]?.total ?? 0 };
}

import type { WorkItem } from "@gantry/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { addableQueries } from "../../queries/addable-queries.ts";

/** The addable items as far as they are loaded. */
export function useBacklogItems(plan: { projectId: string; planId: string }, search: string) {
  const query = useInfiniteQuery({
    ...addableQueries.pages(plan, { search }),
    placeholderData: (previous) => previous,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const items = useMemo((): readonly WorkItem[] => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return {
    items,
    total: data?.pages[0]?.total ?? 0,
    isPending: query.isPending,
    /** A search is on its way; the rows are those of the one before. */
    isStale: query.isPlaceholderData,
    error: query.error,
    hasMore: hasNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    readAgain: () => void query.refetch(),
  };
}

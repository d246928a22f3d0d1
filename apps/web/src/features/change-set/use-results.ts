import type { ChangeResult } from "@gantry/api-contract";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { changeSetQueries, type ResultFilter, RESULTS_A_PAGE } from "../../queries/change-set-queries.ts";

/** Live events bring the news; asking again covers a broken stream. */
const ASK_AGAIN_MS = 4_000;

export type ResultRange = { first: number; last: number };

/**
 * A change set with as many of its results as are in view, read page by page where the reader scrolls to. Results that
 * were not read yet are undefined in their place.
 */
export function useResults(id: string, filter: ResultFilter) {
  const [pages, setPages] = useState<readonly number[]>([]);
  const head = useQuery({
    ...changeSetQueries.detail(id, filter),
    refetchInterval: (asked) => (asked.state.data?.changeSet.state === "finished" ? false : ASK_AGAIN_MS),
    // Another filter's results stand until its own are there, with their places in the list.
    placeholderData: (previous) => previous,
  });
  const others = useQueries({
    queries: pages.map((page) => changeSetQueries.detail(id, { ...filter, page })),
    combine: (read) => read.map(({ data }) => data?.items),
  });
  const { data } = head;
  const results = useMemo(() => {
    const all: (ChangeResult | undefined)[] = Array.from({ length: data?.total ?? 0 });
    const put = (items: readonly ChangeResult[] | undefined, page: number) =>
      items?.forEach((item, index) => {
        const place = page * RESULTS_A_PAGE + index;
        if (place < all.length) all[place] = item;
      });
    put(data?.items, 0);
    pages.forEach((page, index) => put(others[index], page));
    return all;
  }, [data, pages, others]);
  const show = useCallback(({ first, last }: ResultRange) => {
    const from = Math.max(1, Math.floor(first / RESULTS_A_PAGE));
    const to = Math.floor(last / RESULTS_A_PAGE);
    const wanted = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
    setPages((now) => (now.join() === wanted.join() ? now : wanted));
  }, []);
  return { head, results, show };
}

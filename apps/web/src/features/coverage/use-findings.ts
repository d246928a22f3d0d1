import type { CoverageFinding, CoverageFindings, CoverageKind } from "@gantry/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { coverageQueries } from "../../queries/coverage-queries.ts";

const SHOWN_AT_ONCE = 100;
const NONE: readonly CoverageFinding[] = [];

/** A kind's items of a project: those that are loaded, and how many of them stand on the page. */
export function useFindings(of: { projectId: string; kind: CoverageKind }) {
  const query = useInfiniteQuery(coverageQueries.findings(of));
  const [wanted, setWanted] = useState(SHOWN_AT_ONCE);
  const pages = query.data?.pages;
  const loaded = useMemo(() => pages?.flatMap(({ findings }) => findings) ?? NONE, [pages]);
  const head: CoverageFindings | undefined = pages?.[0];
  const total = pages?.at(-1)?.total ?? 0;
  return {
    head,
    loaded,
    shown: useMemo(() => loaded.slice(0, wanted), [loaded, wanted]),
    total,
    isPending: query.isPending,
    isReading: query.isFetching,
    error: query.data === undefined ? query.error : null,
    readAgain: () => void query.refetch(),
    showMore: () => {
      setWanted((count) => count + SHOWN_AT_ONCE);
      if (wanted + SHOWN_AT_ONCE > loaded.length && query.hasNextPage) void query.fetchNextPage();
    },
    /** Every item of the kind, up to a number; loads what is missing. */
    loadAll: async (most: number): Promise<readonly CoverageFinding[]> => {
      let found = query.data?.pages ?? [];
      while (countOf(found) < most) {
        const next = await query.fetchNextPage({ cancelRefetch: false });
        if (next.data === undefined || next.data.pages.length === found.length) break;
        found = next.data.pages;
      }
      return found.flatMap(({ findings }) => findings).slice(0, most);
    },
  };
}

function countOf(pages: readonly CoverageFindings[]): number {
  return pages.reduce((sum, { findings }) => sum + findings.length, 0);
}

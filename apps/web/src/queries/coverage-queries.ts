import { type CoverageEvent, type CoverageFindings, type CoverageKind, endpoints } from "@gantry/api-contract";
import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { beginCoverage, type Coverage, emptyCoverage, foldCoverage, settleCoverage } from "../lib/coverage.ts";

const TWO_MINUTES_MS = 120_000;
const ROWS_A_PAGE = 500;
const queryKey = ["coverage", "counts"] as const;

export const coverageQueries = {
  /** Counts of every project; each appears in the cache as it is told. */
  counts: () =>
    queryOptions({
      queryKey,
      queryFn: async ({ client, signal }): Promise<Coverage> => {
        await readInto(client, { signal });
        return coverageOf(client);
      },
      staleTime: TWO_MINUTES_MS,
      structuralSharing: false,
    }),
  /** Start of the keys of all findings of a project. */
  findingsKey: (projectId: string) => ["coverage", "findings", projectId] as const,
  /** The items of one kind in a project, a page at a time. */
  findings: ({ projectId, kind }: { projectId: string; kind: CoverageKind }) =>
    infiniteQueryOptions({
      queryKey: [...coverageQueries.findingsKey(projectId), kind],
      queryFn: async ({ pageParam, signal, client }) => {
        const query = { kind, limit: String(ROWS_A_PAGE), ...(pageParam !== null && { cursor: pageParam }) };
        const page = await api.call(endpoints.listCoverage, { params: { projectId }, query, signal });
        paint(client, (state) => foldCoverage(state, { event: toCounts(page), only: projectId }));
        return page;
      },
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor ?? null,
    }),
};

const underWay = new Map<string, { again: boolean }>();

/** Reads one project into what is shown. Never rejects: a failure stands in the project. */
export async function readCoverageOf(client: QueryClient, projectId: string): Promise<void> {
  const reading = underWay.get(projectId);
  if (reading !== undefined) {
    reading.again = true;
    return;
  }
  const own = { again: true };
  underWay.set(projectId, own);
  paint(client, (state) => beginCoverage(state, projectId));
  try {
    while (own.again) {
      own.again = false;
      await readInto(client, { only: projectId }).catch(() => undefined);
    }
  } finally {
    underWay.delete(projectId);
  }
}

/** Something of a project has changed: what is looked at is read again, the rest when it is. */
export function noteCoverageChange(client: QueryClient, projectId: string): void {
  void client.invalidateQueries({ queryKey: coverageQueries.findingsKey(projectId) }, { cancelRefetch: false });
  const isLookedAt = client.getQueryCache().find({ queryKey })?.isActive() === true;
  if (isLookedAt) void readCoverageOf(client, projectId);
  else void client.invalidateQueries({ queryKey, refetchType: "none" });
}

async function readInto(client: QueryClient, { only, signal }: { only?: string; signal?: AbortSignal }): Promise<void> {
  const query = only === undefined ? {} : { project: only };
  try {
    for await (const event of api.stream(endpoints.readCoverage, { query, ...(signal && { signal }) }))
      paint(client, (state) => foldCoverage(state, { event, only }));
  } finally {
    if (signal?.aborted !== true) paint(client, (state) => settleCoverage(state, only));
  }
}

/** Several readings may paint at the same time, so each starts from what is shown. */
function paint(client: QueryClient, change: (state: Coverage) => Coverage): void {
  const before = coverageOf(client);
  const after = change(before);
  if (after !== before) client.setQueryData(queryKey, after);
}

function coverageOf(client: QueryClient): Coverage {
  return client.getQueryData<Coverage>(queryKey) ?? emptyCoverage;
}

function toCounts({ projectId, items, plans, failedPlans, readAt, counts }: CoverageFindings): CoverageEvent {
  return { type: "counts", projectId, items, plans, failedPlans, readAt, counts };
}

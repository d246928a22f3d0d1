import { endpoints, type TrendDays } from "@gantry/api-contract";
import { type QueryClient, type QueryKey, queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { given } from "../lib/given.ts";
import { emptyTrends, foldTrends, type Trends } from "../lib/trends.ts";

const TWO_MINUTES_MS = 120_000;

/** A plan with its project, one project, or all that one sees. */
export type TrendsOf = { project?: string | undefined; plan?: string | undefined; days: TrendDays };

const key = ["trends"] as const;

export const trendQueries = {
  /** Start of the keys of all trends. */
  key,
  /** Each project appears in the cache as it is told. */
  of: (asked: TrendsOf) =>
    queryOptions({
      queryKey: [...trendQueries.key, asked] as const,
      queryFn: async ({ client, signal }): Promise<Trends> => {
        await readInto(client, asked, { signal });
        return trendsOf(client, asked);
      },
      staleTime: TWO_MINUTES_MS,
      structuralSharing: false,
    }),
};

/**
 * A project has changed: where its trend is on screen it alone is told again into what is shown. Never rejects: a
 * failure stands in the project.
 */
export async function readTrendNews(client: QueryClient, projectId: string): Promise<void> {
  const shown = client.getQueryCache().findAll({ queryKey: key, type: "active" });
  await Promise.all(
    shown.map(askedIn).map(async (asked) => {
      if (!isShown(trendsOf(client, asked), projectId)) return;
      await readInto(client, asked, { only: projectId }).catch(() => undefined);
    }),
  );
}

/** Whether news of a project are of any use; what nobody looks at is told anew when it is opened next. */
export function noteTrendChange(client: QueryClient, projectId: string): { isShown: boolean } {
  void client.invalidateQueries({ queryKey: key, type: "inactive", refetchType: "none" });
  const shown = client.getQueryCache().findAll({ queryKey: key, type: "active" });
  return { isShown: shown.some((query) => isShown(trendsOf(client, askedIn(query)), projectId)) };
}

async function readInto(
  client: QueryClient,
  asked: TrendsOf,
  { only, signal }: { only?: string; signal?: AbortSignal },
): Promise<void> {
  const query = given({ ...asked, ...(only !== undefined && { project: only }) });
  for await (const event of api.stream(endpoints.readTrends, { query, ...(signal && { signal }) })) {
    // Another day has begun: everything is told of other days.
    const { range } = trendsOf(client, asked);
    if (only !== undefined && event.type === "projects" && event.to !== range?.to)
      return await client.invalidateQueries({ queryKey: [...key, asked], exact: true }, { cancelRefetch: false });
    client.setQueryData<Trends>([...key, asked], (state) => foldTrends(state ?? emptyTrends, event, { only }));
  }
}

/** `of` made the key. */
function askedIn({ queryKey }: { queryKey: QueryKey }): TrendsOf {
  return queryKey[1] as TrendsOf;
}

function trendsOf(client: QueryClient, asked: TrendsOf): Trends {
  return client.getQueryData<Trends>([...key, asked]) ?? emptyTrends;
}

function isShown({ projects }: Trends, projectId: string): boolean {
  return projects.some(({ project }) => project.id === projectId);
}

import { endpoints } from "@gantry/api-contract";
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { now } from "../lib/clock.ts";
import { emptyOverview, foldOverview, type Overview } from "../lib/overview.ts";

const TWO_MINUTES_MS = 120_000;

export const overviewQueries = {
  /** Every plan of every project. Rows appear in the cache as their project answers. */
  all: (options: { /** Past the server's own cache. */ fresh?: boolean } = {}) =>
    queryOptions({
      queryKey: ["overview"],
      queryFn: async ({ client, signal, queryKey }) => {
        let overview = client.getQueryData<Overview>(queryKey) ?? emptyOverview;
        const query = options.fresh === true ? { fresh: "1" as const } : {};
        for await (const event of api.stream(endpoints.readOverview, { query, signal })) {
          overview = foldOverview(overview, { event, now: now() });
          client.setQueryData(queryKey, overview);
        }
        return overview;
      },
      staleTime: TWO_MINUTES_MS,
    }),
};

/** Reads everything past the server's cache, at once: a reading that is under way gives way. Failures stand in the query. */
export async function readOverviewAnew(client: QueryClient): Promise<void> {
  const options = client.defaultQueryOptions(overviewQueries.all({ fresh: true }));
  const query = client.getQueryCache().build(client, options);
  await query.fetch(options, { cancelRefetch: true }).catch(() => undefined);
}

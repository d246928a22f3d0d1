import { endpoints, type TrendDays } from "@gantry/api-contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { given } from "../lib/given.ts";
import { emptyTrends, foldTrends, type Trends } from "../lib/trends.ts";

const TWO_MINUTES_MS = 120_000;

/** A plan with its project, one project, or all that one sees. */
export type TrendsOf = { project?: string | undefined; plan?: string | undefined; days: TrendDays };

export const trendQueries = {
  /** Start of the keys of all trends. */
  key: ["trends"] as const,
  /** Each project appears in the cache as it is told. */
  of: (asked: TrendsOf) =>
    queryOptions({
      queryKey: [...trendQueries.key, asked] as const,
      queryFn: async ({ client, signal, queryKey }): Promise<Trends> => {
        let trends = client.getQueryData<Trends>(queryKey) ?? emptyTrends;
        for await (const event of api.stream(endpoints.readTrends, { query: given(asked), signal })) {
          trends = foldTrends(trends, event);
          client.setQueryData(queryKey, trends);
        }
        return trends;
      },
      staleTime: TWO_MINUTES_MS,
      structuralSharing: false,
    }),
};

import { endpoints, type Preview, type Proposal } from "@gantry/api-contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";

export const previewQueries = {
  /** What groups of proposals would change, each read anew; never read again behind what is shown. */
  all: (groups: readonly (readonly Proposal[])[]) =>
    queryOptions({
      queryKey: ["previews", groups],
      queryFn: async ({ signal }) => {
        const previews: Preview[][] = [];
        for (const proposals of groups) {
          const group: Preview[] = [];
          for (const proposal of proposals)
            group.push(await api.call(endpoints.previewChangeSet, { body: proposal, signal }));
          previews.push(group);
        }
        return previews;
      },
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      refetchOnReconnect: false,
      retry: false,
    }),
};

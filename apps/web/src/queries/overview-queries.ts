import { endpoints, type OverviewEvent } from "@gantry/api-contract";
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { createBatches } from "../lib/in-batches.ts";
import { beginProject, emptyOverview, foldOverview, type Overview, settleOverview } from "../lib/overview.ts";

const TWO_MINUTES_MS = 120_000;
/** Between two paintings of what the stream tells. */
const PAINT_EVERY_MS = 150;
const queryKey = ["overview"] as const;

export const overviewQueries = {
  /** Every plan of every project. Rows appear in the cache as their project answers. */
  all: (options: { /** Past the server's own cache. */ fresh?: boolean } = {}) =>
    queryOptions({
      queryKey,
      queryFn: async ({ client, signal }): Promise<Overview> => {
        await readInto(client, { fresh: options.fresh === true, signal });
        return overviewOf(client);
      },
      staleTime: TWO_MINUTES_MS,
      // What did not change keeps its identity already: comparing 8,000 plans again would take longer than drawing them.
      structuralSharing: false,
    }),
};

/** Reads everything past the server's cache, at once: a reading that is under way gives way. Failures stand in the query. */
export async function readOverviewAnew(client: QueryClient): Promise<void> {
  const options = client.defaultQueryOptions(overviewQueries.all({ fresh: true }));
  const query = client.getQueryCache().build(client, options);
  await query.fetch(options, { cancelRefetch: true }).catch(() => undefined);
}

/** Reads one project past the server's cache into what is shown, beside any other reading. Never rejects: a failure stands in the project. */
export async function readProjectAnew(client: QueryClient, projectId: string): Promise<void> {
  await readProject(client, { fresh: true, only: projectId });
}

/** The same after news of it, which the server has told because it knows more: CodeArts need not be asked again. */
export async function readProjectNews(client: QueryClient, projectId: string): Promise<void> {
  await readProject(client, { fresh: false, only: projectId });
}

async function readProject(client: QueryClient, reading: { fresh: boolean; only: string }): Promise<void> {
  if (client.getQueryData(queryKey) === undefined) return;
  paint(client, (overview) => beginProject(overview, reading.only));
  await readInto(client, reading).catch(() => undefined);
}

async function readInto(
  client: QueryClient,
  reading: { fresh: boolean; only?: string; signal?: AbortSignal },
): Promise<void> {
  const { fresh, only, signal } = reading;
  const scope = only === undefined ? {} : { only };
  const batches = createBatches<OverviewEvent>({
    take: (events) =>
      paint(client, (overview) => events.reduce((state, event) => foldOverview(state, event, scope), overview)),
    pause: (run) => setTimeout(run, PAINT_EVERY_MS),
  });
  const query = { ...(fresh && { fresh: "1" as const }), ...(only !== undefined && { project: only }) };
  try {
    for await (const event of api.stream(endpoints.readOverview, { query, ...(signal && { signal }) }))
      batches.add(event);
  } finally {
    batches.flush();
    // A reading that gave way to another leaves the marks to that one.
    if (signal?.aborted !== true) paint(client, (overview) => settleOverview(overview, scope));
  }
}

/** Several readings may paint at the same time, so each starts from what is shown. */
function paint(client: QueryClient, change: (overview: Overview) => Overview): void {
  const before = overviewOf(client);
  const after = change(before);
  if (after !== before) client.setQueryData(queryKey, after);
}

function overviewOf(client: QueryClient): Overview {
  return client.getQueryData<Overview>(queryKey) ?? emptyOverview;
}

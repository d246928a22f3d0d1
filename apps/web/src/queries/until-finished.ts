import type { ChangeSet } from "@gantry/api-contract";
import type { QueryClient } from "@tanstack/react-query";
import { changeSetQueries } from "./change-set-queries.ts";

const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Waits until a change set has ended, asking at growing pauses; live events keep screens newer than this.
 * It may wait long: a job outlives lost sessions and silent upstreams.
 */
export async function untilFinished(queryClient: QueryClient, id: string): Promise<ChangeSet> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
    const page = await queryClient.fetchQuery(changeSetQueries.detail(id)).catch(() => null);
    if (page?.changeSet.state === "finished") return page.changeSet;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

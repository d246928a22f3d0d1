import { endpoints, type Member } from "@gantry/api-contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { projectQueries } from "./project-queries.ts";

const TEN_MINUTES_MS = 600_000;

/** Who is in which project. */
export type Team = {
  members: ReadonlyMap<string, readonly Member[]>;
  /** Ids of projects that did not tell. */
  failed: readonly string[];
};

export const teamQueries = {
  /** The members of every project that one sees. Whole at its end: rows that come one by one would move under the pointer. */
  all: () =>
    queryOptions({
      queryKey: ["team"] as const,
      queryFn: async ({ client, signal, queryKey }): Promise<Team> => {
        const members = new Map<string, readonly Member[]>();
        const failed: string[] = [];
        for await (const event of api.stream(endpoints.readTeam, { signal })) {
          if (event.type === "project-failed") {
            failed.push(event.projectId);
            const before = client.getQueryData<Team>(queryKey)?.members.get(event.projectId);
            if (before !== undefined) members.set(event.projectId, before);
          }
          if (event.type !== "members") continue;
          members.set(event.projectId, event.members);
          // Whoever picks somebody next need not ask for them again.
          client.setQueryData(projectQueries.members(event.projectId).queryKey, (known) => known ?? event.members);
        }
        return { members, failed };
      },
      staleTime: TEN_MINUTES_MS,
      structuralSharing: false,
    }),
};

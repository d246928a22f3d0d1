import type { ChangeSet } from "@gantry/api-contract";
import { useQuery } from "@tanstack/react-query";
import { sessionQueries } from "./session-queries.ts";

/** Whether a change set is the reader's own; a colleague's can be watched, not steered. */
export function useIsMine(changeSet: Pick<ChangeSet, "createdBy">): boolean {
  const { data } = useQuery(sessionQueries.current());
  return data?.session?.userId === changeSet.createdBy.id;
}

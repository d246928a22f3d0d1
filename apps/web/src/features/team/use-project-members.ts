import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { projectQueries } from "../../queries/project-queries.ts";
import type { MembersByProject } from "./plan-move.ts";

/** Who may be given items of these projects; a project is missing until its members were read. */
export function useProjectMembers(projectIds: readonly string[]): MembersByProject {
  const ids = useMemo(() => [...new Set(projectIds)].toSorted(), [projectIds]);
  const lists = useQueries({
    queries: ids.map((id) => projectQueries.members(id)),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(
    () =>
      new Map(
        ids.flatMap((id, index) => {
          const list = lists[index];
          return list === undefined ? [] : [[id, new Map(list.map((member) => [member.id, member]))] as const];
        }),
      ),
    [ids, lists],
  );
}

import { type DependencyEdit, endpoints } from "@gantry/api-contract";
import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { dependencyQueries } from "./dependency-queries.ts";

type Edit = { projectId: string; edits: readonly DependencyEdit[] };

/** The writes of links. They show their own errors: a ring is told by the names of its items. */
export const dependencyMutations = {
  edit: (queryClient: QueryClient) =>
    mutationOptions({
      // Without a connection it fails at once and is put back; it never waits to be sent later.
      networkMode: "always",
      // One after the other, so that the newest answer is the one that stays.
      scope: { id: "dependencies" },
      mutationFn: ({ projectId, edits }: Edit) =>
        api.call(endpoints.editDependencies, { params: { projectId }, body: { edits: [...edits] } }),
      onSuccess: async (list, { projectId }) => {
        const { queryKey } = dependencyQueries.list(projectId);
        await queryClient.cancelQueries({ queryKey });
        queryClient.setQueryData(queryKey, list);
      },
      onError: (_error, { projectId }) => {
        void queryClient.invalidateQueries({ queryKey: dependencyQueries.list(projectId).queryKey });
      },
      meta: { showsOwnErrors: true },
    }),
};

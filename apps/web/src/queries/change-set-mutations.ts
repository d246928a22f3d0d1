import { type ChangeSet, endpoints, type NewChangeSet, type Proposal, type UndoRequest } from "@gantry/api-contract";
import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { applyChangeSet } from "./apply-change-set.ts";
import { changeSetQueries } from "./change-set-queries.ts";
import { untilFinished } from "./until-finished.ts";

/** The writes of change sets. Each shows its errors where it was asked for. */
export const changeSetMutations = {
  preview: () =>
    mutationOptions({
      mutationFn: (proposal: Proposal) => api.call(endpoints.previewChangeSet, { body: proposal }),
      meta: { showsOwnErrors: true },
    }),
  /** The same key sent again (an answer was lost) gives the same change set. */
  create: (queryClient: QueryClient) =>
    mutationOptions({
      mutationFn: ({ key, ...changeSet }: NewChangeSet & { key: string }) =>
        api.call(endpoints.createChangeSet, { body: changeSet, idempotencyKey: key }),
      // Not waited for: who made the change set must know of it at once.
      onSuccess: () => void readListAgain(queryClient),
      meta: { showsOwnErrors: true },
    }),
  /** What undoing would put back; it can be said once the change set has ended. */
  previewUndo: (queryClient: QueryClient) =>
    mutationOptions({
      mutationFn: async ({ projectId, id }: { projectId: string; id: string }) => {
        await untilFinished(queryClient, id);
        return api.call(endpoints.previewChangeSet, { body: { kind: "undo", projectId, changeSetId: id } });
      },
      meta: { showsOwnErrors: true },
    }),
  undo: (queryClient: QueryClient, { showsOwnErrors = false }: { showsOwnErrors?: boolean } = {}) =>
    mutationOptions({
      mutationFn: async ({ id, except = [] }: { id: string } & UndoRequest) => {
        // What is still being sent can't be taken back yet.
        await untilFinished(queryClient, id);
        return api.call(endpoints.undoChangeSet, { params: { id }, body: except.length === 0 ? {} : { except } });
      },
      onSuccess: (_undoing, { id }) => Promise.all([readListAgain(queryClient), readOneAgain(queryClient, id)]),
      meta: { showsOwnErrors },
    }),
  /** Each of the following is safe when pressed twice; what it answers is shown at once. */
  retry: (queryClient: QueryClient) =>
    steering(queryClient, ({ id, unknown = false }: { id: string; unknown?: boolean }) =>
      api.call(endpoints.retryChangeSet, { params: { id }, body: unknown ? { unknown } : {} }),
    ),
  cancel: (queryClient: QueryClient) =>
    steering(queryClient, ({ id }: { id: string }) => api.call(endpoints.cancelChangeSet, { params: { id } })),
  pause: (queryClient: QueryClient) =>
    steering(queryClient, ({ id }: { id: string }) => api.call(endpoints.pauseChangeSet, { params: { id } })),
  resume: (queryClient: QueryClient) =>
    steering(queryClient, ({ id }: { id: string }) => api.call(endpoints.resumeChangeSet, { params: { id } })),
};

/** A refusal means that the change set moved on elsewhere: then, too, it is read again. */
function steering<Variables extends { id: string }>(
  queryClient: QueryClient,
  mutationFn: (variables: Variables) => Promise<ChangeSet>,
) {
  return mutationOptions({
    mutationFn,
    onSuccess: (changeSet: ChangeSet) => void applyChangeSet(queryClient, changeSet),
    onSettled: (_changeSet: ChangeSet | undefined, _error: Error | null, { id }: Variables) =>
      void readOneAgain(queryClient, id),
  });
}

function readListAgain(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: changeSetQueries.list().queryKey });
}

function readOneAgain(queryClient: QueryClient, id: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: changeSetQueries.key(id) });
}

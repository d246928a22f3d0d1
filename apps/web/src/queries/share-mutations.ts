import { endpoints, type NewShare, type Share } from "@gantry/api-contract";
import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { shareQueries } from "./share-queries.ts";

export const shareMutations = {
  create: (queryClient: QueryClient) =>
    mutationOptions({
      mutationFn: (share: NewShare) => api.call(endpoints.createShare, { body: share }),
      onSuccess: () => readAgain(queryClient),
      meta: { showsOwnErrors: true },
    }),
  revoke: (queryClient: QueryClient) =>
    mutationOptions({
      mutationFn: (share: Share) => api.call(endpoints.revokeShare, { params: { shareId: share.id } }),
      // Whoever revoked it, it is gone: the list says so after a failure too.
      onSettled: () => readAgain(queryClient),
    }),
};

function readAgain(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: shareQueries.list().queryKey });
}

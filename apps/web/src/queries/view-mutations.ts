import { endpoints, type NewView, type View, type ViewChange, type ViewKind } from "@gantry/api-contract";
import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { viewQueries } from "./view-queries.ts";

export const viewMutations = {
  create: (queryClient: QueryClient) =>
    mutationOptions({
      mutationFn: (view: NewView) => api.call(endpoints.createView, { body: view }),
      onSuccess: (view) => readAgain(queryClient, view.kind),
      meta: { showsOwnErrors: true },
    }),
  change: (queryClient: QueryClient) =>
    mutationOptions({
      mutationFn: ({ view, change }: { view: View; change: ViewChange }) =>
        api.call(endpoints.changeView, { params: { viewId: view.id }, body: change }),
      onSettled: (_view, _error, { view }) => readAgain(queryClient, view.kind),
    }),
  delete: (queryClient: QueryClient) =>
    mutationOptions({
      mutationFn: (view: View) => api.call(endpoints.deleteView, { params: { viewId: view.id } }),
      // Whoever deleted it, it is gone: the list says so after a failure too.
      onSettled: (_answer, _error, view) => readAgain(queryClient, view.kind),
    }),
  /** Saves anew what was deleted, with its place as the page's first view. */
  restore: (queryClient: QueryClient) =>
    mutationOptions({
      mutationFn: async ({ kind, name, search, isShared, isDefault }: View) => {
        const view = await api.call(endpoints.createView, { body: { kind, name, search, isShared } });
        if (isDefault) await api.call(endpoints.setDefaultView, { params: { kind }, body: { viewId: view.id } });
        return view;
      },
      onSettled: (_view, _error, { kind }) => readAgain(queryClient, kind),
    }),
  setDefault: (queryClient: QueryClient) =>
    mutationOptions({
      mutationFn: ({ kind, viewId }: { kind: ViewKind; viewId: string | null }) =>
        api.call(endpoints.setDefaultView, { params: { kind }, body: { viewId } }),
      onSettled: (_answer, _error, { kind }) => readAgain(queryClient, kind),
    }),
};

function readAgain(queryClient: QueryClient, kind: ViewKind): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: viewQueries.list(kind).queryKey });
}

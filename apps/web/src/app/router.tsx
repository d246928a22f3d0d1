import type { QueryClient } from "@tanstack/react-query";
import { createRouter as createTanStackRouter } from "@tanstack/react-router";
import { PagePending } from "../features/shell/page-pending.tsx";
import { routeTree } from "../routes/route-tree.ts";
import { parseSearch, stringifySearch } from "./search-params.ts";

/** The router over all routes; search params are flat texts, so that addresses read well. */
export function createRouter(queryClient: QueryClient) {
  return createTanStackRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPendingComponent: PagePending,
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
    defaultPreload: "intent",
    // The query cache decides what is fresh.
    defaultPreloadStaleTime: 0,
    scrollRestoration: false,
  });
}

export type Router = ReturnType<typeof createRouter>;

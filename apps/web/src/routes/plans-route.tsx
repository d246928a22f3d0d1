import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { overviewSearchSchema } from "../features/overview/overview-search.ts";
import { overviewQueries } from "../queries/overview-queries.ts";
import { appRoute } from "./app-route.tsx";

export const plansRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/",
  validateSearch: overviewSearchSchema,
  loader: ({ context, cause }) => {
    // Asked for at once, beside the page's own code; a look from afar is not worth hundreds of calls to CodeArts.
    if (cause !== "preload") void context.queryClient.prefetchQuery(overviewQueries.all());
  },
  component: lazyRouteComponent(() => import("./plans-screen.tsx"), "PlansScreen"),
});

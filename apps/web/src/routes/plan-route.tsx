import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planAddressSchema } from "../features/plan/plan-search.ts";
import { planQueries } from "../queries/plan-queries.ts";
import { appRoute } from "./app-route.tsx";

/** A plan's page. The chart is the heaviest part of the product and comes only when a plan is opened. */
export const planRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/projects/$projectId/plans/$planId",
  validateSearch: planAddressSchema,
  // A chart belongs to one plan.
  remountDeps: ({ params }) => params,
  // The place of the view is written into the address all the time, which asks for nothing new.
  shouldReload: ({ cause }) => cause === "enter",
  loader: ({ context, params }) => {
    // Asked for at once, beside the page's own code; the page waits for the answers itself.
    void context.queryClient.prefetchQuery(planQueries.detail(params));
    void context.queryClient.prefetchQuery(planQueries.items(params));
  },
  component: lazyRouteComponent(() => import("./plan/plan-screen.tsx"), "PlanScreen"),
});

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { publicShareQueries } from "../queries/share-queries.ts";
import { rootRoute } from "./root-route.tsx";

/** Outside the shell and its session: whoever opens a link is nobody that Gantry knows. */
export const shareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/s/$token",
  loader: ({ context, params, cause }) => {
    // An opening is counted: a look from afar is none.
    if (cause !== "preload") void context.queryClient.prefetchQuery(publicShareQueries.detail(params.token));
  },
  component: lazyRouteComponent(() => import("./share-screen.tsx"), "ShareScreen"),
});

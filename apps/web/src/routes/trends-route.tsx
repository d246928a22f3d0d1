import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { trendsSearchSchema } from "../features/trends/trends-search.ts";
import { appRoute } from "./app-route.tsx";

export const trendsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/trends",
  validateSearch: trendsSearchSchema,
  component: lazyRouteComponent(() => import("./trends-screen.tsx"), "TrendsScreen"),
});

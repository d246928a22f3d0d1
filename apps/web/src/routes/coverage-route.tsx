import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { coverageSearchSchema } from "../features/coverage/coverage-search.ts";
import { appRoute } from "./app-route.tsx";

export const coverageRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/coverage",
  validateSearch: coverageSearchSchema,
  component: lazyRouteComponent(() => import("./coverage-screen.tsx"), "CoverageScreen"),
});

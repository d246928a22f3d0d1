import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { teamSearchSchema } from "../features/team/team-search.ts";
import { appRoute } from "./app-route.tsx";

export const teamRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/team",
  validateSearch: teamSearchSchema,
  component: lazyRouteComponent(() => import("./team-screen.tsx"), "TeamScreen"),
});

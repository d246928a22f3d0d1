import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { changesSearchSchema } from "../features/changes-list/changes-search.ts";
import { appRoute } from "./app-route.tsx";

export const changesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/changes",
  validateSearch: changesSearchSchema,
  component: lazyRouteComponent(() => import("./changes-screen.tsx"), "ChangesScreen"),
});

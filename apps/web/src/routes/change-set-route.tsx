import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { changeSetSearchSchema } from "../features/change-set/change-set-search.ts";
import { appRoute } from "./app-route.tsx";

export const changeSetRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/changes/$id",
  validateSearch: changeSetSearchSchema,
  component: lazyRouteComponent(() => import("./change-set-screen.tsx"), "ChangeSetScreen"),
});

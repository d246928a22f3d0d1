import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "./app-route.tsx";

export const changesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/changes",
  component: lazyRouteComponent(() => import("../features/changes-list/changes-page.tsx"), "ChangesPage"),
});

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "./app-route.tsx";

export const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("./settings-screen.tsx"), "SettingsScreen"),
});

import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { rootRoute } from "./root-route.tsx";
import { sessionQueries } from "../queries/session-queries.ts";

/** Every page behind the sign-in, inside the shell. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "app",
  beforeLoad: async ({ context, location }) => {
    const info = await context.queryClient.ensureQueryData(sessionQueries.current());
    if (info.session !== null) return;
    throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { to: location.href } });
  },
  // Menus, palette and all: not for the sign-in page.
  component: lazyRouteComponent(() => import("./app-screen.tsx"), "AppScreen"),
});

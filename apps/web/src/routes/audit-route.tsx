import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { auditSearchSchema } from "../features/audit/audit-search.ts";
import { appRoute } from "./app-route.tsx";

export const auditRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/changes/audit",
  validateSearch: auditSearchSchema,
  component: lazyRouteComponent(() => import("./audit-screen.tsx"), "AuditScreen"),
});

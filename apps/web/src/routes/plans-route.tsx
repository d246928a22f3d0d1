import { createRoute } from "@tanstack/react-router";
import { overviewSearchSchema } from "../features/overview/overview-search.ts";
import { OverviewPage } from "../features/overview/overview-page.tsx";
import { appRoute } from "./app-route.tsx";

export const plansRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/",
  validateSearch: overviewSearchSchema,
  component: function PlansRoute() {
    const search = plansRoute.useSearch();
    const navigate = plansRoute.useNavigate();
    return <OverviewPage search={search} onSearchChange={(next) => void navigate({ search: next, replace: true })} />;
  },
});

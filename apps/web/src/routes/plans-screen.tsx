import { getRouteApi } from "@tanstack/react-router";
import { OverviewPage } from "../features/overview/overview-page.tsx";

const route = getRouteApi("/app/");

/** The plans' page with its state in the address. */
export function PlansScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return <OverviewPage search={search} onSearchChange={(next) => void navigate({ search: next, replace: true })} />;
}

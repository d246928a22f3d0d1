import { getRouteApi } from "@tanstack/react-router";
import { TrendsPage } from "../features/trends/trends-page.tsx";
import { useShownProjects } from "../lib/shown-projects.ts";

const route = getRouteApi("/app/trends");

/** The trends' page with what it shows in the address. */
export function TrendsScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  useShownProjects(search.project === undefined ? "all" : [search.project]);
  return <TrendsPage search={search} onSearchChange={(next) => void navigate({ search: next, replace: true })} />;
}

import { getRouteApi } from "@tanstack/react-router";
import { ChangesPage } from "../features/changes-list/changes-page.tsx";

const route = getRouteApi("/app/changes");

/** The changes' page with its filters in the address. */
export function ChangesScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return <ChangesPage search={search} onSearchChange={(next) => void navigate({ search: next, replace: true })} />;
}

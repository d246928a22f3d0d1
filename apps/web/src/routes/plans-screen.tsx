import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { OverviewPage } from "../features/overview/overview-page.tsx";
import type { OverviewSearch } from "../features/overview/overview-search.ts";
import { SavedViews } from "../features/views/saved-views.tsx";

const route = getRouteApi("/app/");

/** The plans' page with its state in the address. */
export function PlansScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const onSearchChange = useCallback(
    (next: OverviewSearch) => void navigate({ search: next, replace: true }),
    [navigate],
  );
  return (
    <OverviewPage
      search={search}
      onSearchChange={onSearchChange}
      views={(views) => <SavedViews kind="plans" {...views} />}
    />
  );
}

import { MOST_SHARED_PLANS } from "@gantry/api-contract";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import { useWords } from "../i18n/use-words.ts";
import { CoverageLink } from "../features/coverage/coverage-link.tsx";
import { OverviewPage } from "../features/overview/overview-page.tsx";
import type { OverviewSearch } from "../features/overview/overview-search.ts";
import type { PlanRow } from "../features/overview/plan-rows.ts";
import { ShareButton } from "../features/share/share-button.tsx";
import { TrendsLink } from "../features/trends/trends-link.tsx";
import { SavedViews } from "../features/views/saved-views.tsx";

const route = getRouteApi("/app/");

/** The plans' page with its state in the address. */
export function PlansScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const router = useRouter();
  const onSearchChange = useCallback(
    (next: OverviewSearch) => {
      // What was typed last must not call back somebody who is on the way to another page.
      if (router.latestLocation.pathname === "/") void navigate({ search: next, replace: true });
    },
    [navigate, router],
  );
  return (
    <OverviewPage
      search={search}
      onSearchChange={onSearchChange}
      views={(views) => <SavedViews kind="plans" {...views} />}
      actions={(shown) => (
        <>
          <CoverageLink />
          <TrendsLink />
          <ShareOverview shown={shown} />
        </>
      )}
    />
  );
}

/** Shares the plans that are shown, as they are shown: a link never holds more. */
function ShareOverview({ shown }: { shown: readonly PlanRow[] }) {
  const words = useWords();
  const [first] = shown;
  const plans = shown.slice(0, MOST_SHARED_PLANS).map(({ plan }) => ({ projectId: plan.projectId, planId: plan.id }));
  return (
    <ShareButton
      subject={{ kind: "overview", name: words.overview.title, plans }}
      example={{
        plan: first?.plan.name ?? words.overview.title,
        project: first?.project.name ?? null,
        person: first?.plan.creator?.name ?? null,
        item: null,
      }}
      disabledReason={first === undefined ? words.share.nothing : undefined}
    />
  );
}

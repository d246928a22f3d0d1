import type { GanttPlace } from "@gantry/gantt";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { fromPlace, toPlace } from "../../features/plan/place.ts";
import { type PlanSearch, toPlanAddress, toPlanSearch } from "../../features/plan/plan-search.ts";
import { useSearchChanges } from "./use-search-changes.ts";

const route = getRouteApi("/app/projects/$projectId/plans/$planId");
/** Browsers refuse an address that changes more than about three times a second for long. */
const WRITE_AFTER_MS = 350;

/** Where the chart stands. No part of what the page draws, so that scrolling renders nothing. */
export type KeptPlace = {
  /** Where a chart that is made now begins; null for today. */
  start: () => GanttPlace | null;
  /** The view rests here: goes into the address after a moment. */
  note: (place: GanttPlace) => void;
};

/**
 * What the address of a plan's page holds. Every change replaces the address, so that Back leads out of the plan. The
 * place of the view is written beside the rest and read once.
 */
export function usePlanAddress(): {
  search: PlanSearch;
  change: (change: Partial<PlanSearch>) => void;
  place: KeptPlace;
} {
  const search = route.useSearch({ select: toPlanSearch, structuralSharing: true });
  const navigate = route.useNavigate();
  const router = useRouter();
  const [at] = useState(() => createText(textAt(router.state.location.search)));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const go = useCallback(
    (next: PlanSearch) => void navigate({ search: { ...toPlanAddress(next), at: at.get() }, replace: true }),
    [navigate, at],
  );
  const { change, wanted } = useSearchChanges<PlanSearch>(search, go);
  const place = useMemo(
    () => ({
      start: () => toPlace(at.get()),
      note: (to: GanttPlace) => {
        at.set(fromPlace(to));
        clearTimeout(timer.current);
        timer.current = setTimeout(() => go(wanted()), WRITE_AFTER_MS);
      },
    }),
    [at, go, wanted],
  );
  return { search, change, place };
}

function createText(text: string | undefined) {
  return {
    get: () => text,
    set: (next: string) => {
      text = next;
    },
  };
}

function textAt(search: object): string | undefined {
  return "at" in search && typeof search.at === "string" ? search.at : undefined;
}

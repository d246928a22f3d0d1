import type { Dependency, WorkItem } from "@gantry/api-contract";
import { createNetwork, createWorkingCalendar } from "@gantry/schedule";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { lazy } from "../../lib/lazy.ts";
import { useSettings } from "../../lib/settings.ts";
import { dependencyQueries } from "../../queries/dependency-queries.ts";
import { type Critical, toCritical } from "./critical.ts";
import { type LinkFaults, toLinkFaults } from "./link-check.ts";
import type { LinkPair } from "./link-id.ts";
import { refusalsOf, sayRefusals } from "./link-refusal.ts";
import { toPlanNetwork } from "./plan-network.ts";

/** A plan's links and what follows from them. What takes long to reckon is reckoned when it is first asked for. */
export type PlanLinks = {
  /** All of the project: one end or both may be on other plans. */
  all: readonly Dependency[];
  error: Error | null;
  isEmpty: boolean;
  find: (pair: LinkPair) => Dependency | undefined;
  /** Links that end at an item, and those that begin there. */
  predecessorsOf: (id: string) => readonly Dependency[];
  successorsOf: (id: string) => readonly Dependency[];
  isOnPlan: (id: string) => boolean;
  parentOf: (id: string) => string | null;
  /** The item's title, or in place of it that it is not on this plan. */
  titleOf: (id: string) => string;
  faults: () => LinkFaults;
  critical: () => Critical;
  /** Why these links may not be drawn together, in words; null where they may. */
  refusalOf: (pairs: readonly LinkPair[]) => string | null;
};

const NO_LINKS: readonly Dependency[] = [];
const NO_FAULTS: LinkFaults = { brokenBy: () => 0, broken: [], rings: [] };

export function usePlanLinks(input: {
  projectId: string;
  items: readonly WorkItem[];
  byId: ReadonlyMap<string, WorkItem>;
  /** False for a mind map, which has no dates to link. */
  enabled: boolean;
}): PlanLinks {
  const { projectId, items, byId, enabled } = input;
  const words = useWords();
  const rules = useSettings((settings) => settings.calendar);
  const { data, error } = useQuery({ ...dependencyQueries.list(projectId), enabled });
  const all = data?.items ?? NO_LINKS;
  return useMemo(() => {
    const isOnPlan = (id: string) => byId.has(id);
    const parentOf = (id: string) => byId.get(id)?.parentId ?? null;
    const titleOf = (id: string) => byId.get(id)?.title ?? words.links.notOnPlan(id);
    const ends = createNetwork(all);
    const find = ({ fromId, toId }: LinkPair) => ends.linksFrom(fromId).find((link) => link.toId === toId);
    const calendar = createWorkingCalendar(rules);
    const network = lazy(() => toPlanNetwork(items, all));
    const isLinked = (pair: LinkPair) => find(pair) !== undefined;
    const isEmpty = !all.some(({ fromId, toId }) => isOnPlan(fromId) && isOnPlan(toId));
    return {
      all,
      error: data === undefined ? error : null,
      isEmpty,
      find,
      predecessorsOf: ends.linksTo,
      successorsOf: ends.linksFrom,
      isOnPlan,
      parentOf,
      titleOf,
      faults: lazy(() => (isEmpty ? NO_FAULTS : toLinkFaults(all, { network: network(), calendar }))),
      critical: lazy(() => toCritical(network(), { calendar })),
      refusalOf: (pairs) => {
        const ringClosedBy = (further: readonly LinkPair[]) => network().ringClosedBy(further);
        const refusals = refusalsOf(pairs, { isItem: isOnPlan, parentOf, isLinked, ringClosedBy });
        return refusals.length === 0 ? null : sayRefusals(refusals, { words, titleOf });
      },
    };
  }, [all, data, error, items, byId, rules, words]);
}

import type { ChangeSet, ChangeSetList, ChangeSetPage } from "@gantry/api-contract";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { changeSetQueries, type ListFilter } from "./change-set-queries.ts";
import { keepNewest } from "./newest-change-set.ts";
import { sessionQueries } from "./session-queries.ts";

type ListPages = InfiniteData<ChangeSetList, string | null>;

/** Shows a change set as an event tells it, wherever it stands in the cache. False = something newer is shown already. */
export function applyChangeSet(client: QueryClient, told: ChangeSet): boolean {
  if (keepNewest(client, told) !== told) return false;
  const me = client.getQueryData(sessionQueries.current().queryKey)?.session?.userId;
  for (const { queryKey } of client.getQueryCache().findAll({ queryKey: changeSetQueries.list().queryKey })) {
    const fits = isInList(told, { filter: filterOf(queryKey), me });
    client.setQueryData<ListPages>(queryKey, (pages) => withChangeSet(pages, { changeSet: told, fits }));
  }
  client.setQueriesData<ChangeSetPage>(
    { queryKey: changeSetQueries.key(told.id) },
    (page) => page && { ...page, changeSet: told },
  );
  return true;
}

/** Lists are keyed by `changeSetQueries.list` alone. */
function filterOf(queryKey: readonly unknown[]): ListFilter {
  return (queryKey[2] ?? {}) as ListFilter;
}

function isInList(changeSet: ChangeSet, { filter, me }: { filter: ListFilter; me: string | undefined }): boolean {
  const isOpen = changeSet.state !== "finished";
  return (
    (filter.state === undefined || (filter.state === "open") === isOpen) &&
    (filter.by === undefined || changeSet.createdBy.id === me) &&
    (filter.projectId === undefined || changeSet.projectId === filter.projectId) &&
    (filter.planId === undefined || changeSet.planId === filter.planId)
  );
}

/** A list with a change set's newest state: in its place, at its place by age when it comes in, or gone. */
function withChangeSet(
  list: ListPages | undefined,
  { changeSet, fits }: { changeSet: ChangeSet; fits: boolean },
): ListPages | undefined {
  if (list === undefined) return undefined;
  const isKnown = list.pages.some((page) => page.items.some(({ id }) => id === changeSet.id));
  if (!isKnown && !fits) return list;
  const isReplaced = isKnown && fits;
  const pages = list.pages.map((page, index) => ({
    ...page,
    total: page.total + (isReplaced ? 0 : fits ? 1 : -1),
    items: isReplaced
      ? page.items.map((one) => (one.id === changeSet.id ? changeSet : one))
      : fits && index === 0
        ? insertByAge(page.items, changeSet)
        : page.items.filter(({ id }) => id !== changeSet.id),
  }));
  return { ...list, pages };
}

function insertByAge(items: readonly ChangeSet[], changeSet: ChangeSet): ChangeSet[] {
  const older = items.findIndex(({ createdAt }) => createdAt <= changeSet.createdAt);
  return items.toSpliced(older === -1 ? items.length : older, 0, changeSet);
}

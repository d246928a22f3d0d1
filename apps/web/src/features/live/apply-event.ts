import type { ChangeSet, ChangeSetList, ChangeSetPage, LiveEvent } from "@gantry/api-contract";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { markSessionLost } from "../../lib/session-state.ts";
import { baselineQueries } from "../../queries/baseline-queries.ts";
import { changeSetQueries } from "../../queries/change-set-queries.ts";
import { dependencyQueries } from "../../queries/dependency-queries.ts";
import { overviewQueries } from "../../queries/overview-queries.ts";

type ChangeSetPages = InfiniteData<ChangeSetList, string | null>;

/** Brings the query cache up to what the server says has happened. */
export function applyLiveEvent(client: QueryClient, event: LiveEvent): void {
  switch (event.type) {
    case "change-set":
      return applyChangeSet(client, event.changeSet);
    case "plan-changed":
      void client.invalidateQueries({
        queryKey: ["plans", event.projectId, ...(event.planId === null ? [] : [event.planId])],
      });
      void client.invalidateQueries({ queryKey: overviewQueries.all().queryKey }, { cancelRefetch: false });
      return;
    case "dependencies-changed":
      void client.invalidateQueries({ queryKey: dependencyQueries.list(event.projectId).queryKey });
      return;
    case "baselines-changed":
      void client.invalidateQueries({ queryKey: baselineQueries.list(event).queryKey });
      return;
    case "session-ended":
      return markSessionLost();
    case "server-stopping":
      return;
  }
}

function applyChangeSet(client: QueryClient, changeSet: ChangeSet): void {
  client.setQueryData<ChangeSetPages>(changeSetQueries.list().queryKey, (pages) => withChangeSet(pages, changeSet));
  client.setQueriesData<InfiniteData<ChangeSetPage, string | null>>(
    { queryKey: changeSetQueries.key(changeSet.id) },
    (pages) => pages && { ...pages, pages: pages.pages.map((page) => ({ ...page, changeSet })) },
  );
  // The rows' outcomes are not in the event; a read that is under way is let finish, so that events can't starve it.
  void client.invalidateQueries({ queryKey: changeSetQueries.key(changeSet.id) }, { cancelRefetch: false });
}

/** The list with a change set's newest state: in its place, or first when it is new. */
function withChangeSet(pages: ChangeSetPages | undefined, changeSet: ChangeSet): ChangeSetPages | undefined {
  if (pages === undefined) return undefined;
  const isKnown = pages.pages.some((page) => page.items.some((one) => one.id === changeSet.id));
  return {
    ...pages,
    pages: pages.pages.map((page, index) => {
      const items = page.items.map((one) => (one.id === changeSet.id ? changeSet : one));
      if (isKnown || index > 0) return { ...page, items };
      return { ...page, items: [changeSet, ...items], total: page.total + 1 };
    }),
  };
}

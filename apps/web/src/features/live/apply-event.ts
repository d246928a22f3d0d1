import type { LiveEvent } from "@gantry/api-contract";
import type { QueryClient } from "@tanstack/react-query";
import { markSessionLost } from "../../lib/session-state.ts";
import { baselineQueries } from "../../queries/baseline-queries.ts";
import { dependencyQueries } from "../../queries/dependency-queries.ts";
import { overviewQueries } from "../../queries/overview-queries.ts";
import { applyChangeSet } from "../../queries/apply-change-set.ts";

export type ApplyOptions = {
  /** A change set moved on. Its results are not in the event: they are to be read again. */
  onMoved: (moved: { id: string; isOver: boolean }) => void;
};

/** Brings the query cache up to what the server says has happened. */
export function applyLiveEvent(client: QueryClient, event: LiveEvent, { onMoved }: ApplyOptions): void {
  switch (event.type) {
    case "change-set": {
      const { changeSet } = event;
      if (applyChangeSet(client, changeSet)) onMoved({ id: changeSet.id, isOver: changeSet.state === "finished" });
      return;
    }
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

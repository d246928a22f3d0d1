import type { LiveEvent } from "@gantry/api-contract";
import type { QueryClient } from "@tanstack/react-query";
import { markSessionLost } from "../../lib/session-state.ts";
import { baselineQueries } from "../../queries/baseline-queries.ts";
import { dependencyQueries } from "../../queries/dependency-queries.ts";
import { noteCoverageChange } from "../../queries/coverage-queries.ts";
import { overviewQueries } from "../../queries/overview-queries.ts";
import { applyChangeSet } from "../../queries/apply-change-set.ts";
import { noteTrendChange } from "../../queries/trend-queries.ts";

export type ApplyOptions = {
  /** A change set moved on. Its results are not in the event: they are to be read again. */
  onMoved: (moved: { id: string; isOver: boolean }) => void;
  /** Something of a project changed, and the overview shows it: that project is to be read again, all others not. */
  onProjectChanged: (news: { id: string; isOver: boolean }) => void;
  /** The same of a project whose trend is on screen. */
  onTrendChanged: (news: { id: string; isOver: boolean }) => void;
};

/** Brings the query cache up to what the server says has happened. */
export function applyLiveEvent(client: QueryClient, event: LiveEvent, options: ApplyOptions): void {
  switch (event.type) {
    case "change-set": {
      const { changeSet } = event;
      if (!applyChangeSet(client, changeSet)) return;
      const isOver = changeSet.state === "finished";
      options.onMoved({ id: changeSet.id, isOver });
      if (isOver) noteProject(client, changeSet.projectId, options);
      return;
    }
    case "plan-changed":
      noteCoverageChange(client, event.projectId);
      if (noteTrendChange(client, event.projectId).isShown)
        options.onTrendChanged({ id: event.projectId, isOver: false });
      void client.invalidateQueries({
        queryKey: ["plans", event.projectId, ...(event.planId === null ? [] : [event.planId])],
      });
      noteProject(client, event.projectId, options);
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

/** On screen the project is read at once; elsewhere the overview is known to be old when it is opened next. */
function noteProject(client: QueryClient, projectId: string, { onProjectChanged }: ApplyOptions): void {
  const { queryKey } = overviewQueries.all();
  const query = client.getQueryCache().find({ queryKey, exact: true });
  if (query?.isActive() === true) onProjectChanged({ id: projectId, isOver: false });
  else void client.invalidateQueries({ queryKey, exact: true, refetchType: "none" });
}

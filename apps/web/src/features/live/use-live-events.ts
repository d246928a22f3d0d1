import { endpoints } from "@gantry/api-contract";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../lib/api.ts";
import { markSessionLost, useSessionState, watchForSignIn } from "../../lib/session-state.ts";
import { onShownChange, shownProjects } from "../../lib/shown-projects.ts";
import { changeSetQueries } from "../../queries/change-set-queries.ts";
import { readProjectNews } from "../../queries/overview-queries.ts";
import { readTrendNews } from "../../queries/trend-queries.ts";
import { applyLiveEvent } from "./apply-event.ts";
import { connectLive } from "./live-connection.ts";
import { createReadAgain } from "./read-again.ts";
import { createWatchReporter } from "./watch-reporter.ts";

/**
 * Results are read page by page, and news of a job come five times a second; a project is one small answer, its
 * history a call or two of CodeArts'.
 */
const BETWEEN_READS_MS = { results: 1_000, project: 500, trend: 5_000 } as const;

/** One stream for the whole page, as long as somebody is signed in. */
export function useLiveEvents(): void {
  const client = useQueryClient();
  const isOver = useSessionState((state) => state.isLost || state.isLeaving);
  useEffect(() => {
    if (isOver) return undefined;
    const stream = newStreamId();
    const wait = (delayMs: number) => new Promise((go) => setTimeout(go, delayMs));
    const onMoved = createReadAgain({
      read: (id) => client.invalidateQueries({ queryKey: changeSetQueries.key(id) }),
      wait,
      betweenMs: BETWEEN_READS_MS.results,
    });
    const onProjectChanged = createReadAgain({
      read: (id) => readProjectNews(client, id),
      wait,
      betweenMs: BETWEEN_READS_MS.project,
    });
    const onTrendChanged = createReadAgain({
      read: (id) => readTrendNews(client, id),
      wait,
      betweenMs: BETWEEN_READS_MS.trend,
    });
    const reporter = createWatchReporter({
      shown: () => (document.hidden ? [] : shownProjects()),
      send: (projectIds) => api.call(endpoints.watchProjects, { body: { stream, projectIds } }),
      wait: waitUntil,
    });
    const stopShown = onShownChange(reporter.changed);
    document.addEventListener("visibilitychange", reporter.changed);
    const disconnect = connectLive({
      open: () => new EventSource(`/api/events?stream=${stream}`),
      onEvent: (event) => applyLiveEvent(client, event, { onMoved, onProjectChanged, onTrendChanged }),
      onOpen: ({ isAgain }) => {
        reporter.opened();
        void readMissed(client, { isAgain });
      },
      onBreak: () => {
        reporter.broke();
        void noticeEndedSession();
      },
      wait: waitUntil,
    });
    return () => {
      disconnect();
      stopShown();
      document.removeEventListener("visibilitychange", reporter.changed);
      reporter.stop();
    };
  }, [client, isOver]);
}

function waitUntil(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}

/** As `randomUUID`, which browsers have on secure pages only. */
function newStreamId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A stream that has just opened tells only what comes; change sets move on by themselves even before the first opening. */
function readMissed(client: QueryClient, { isAgain }: { isAgain: boolean }): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [room] }) => (isAgain ? room !== "session" : room === "change-sets"),
  });
}

/** A stream's error event carries no status, so the session is asked about. */
async function noticeEndedSession(): Promise<void> {
  const session = watchForSignIn();
  const info = await api.call(endpoints.readSession, {}).catch(() => null);
  if (info !== null && info.session === null && !session.wasSignedIn()) markSessionLost();
}

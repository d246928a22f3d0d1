import { endpoints } from "@gantry/api-contract";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../lib/api.ts";
import { markSessionLost, useSessionState } from "../../lib/session-state.ts";
import { changeSetQueries } from "../../queries/change-set-queries.ts";
import { readProjectAnew } from "../../queries/overview-queries.ts";
import { applyLiveEvent } from "./apply-event.ts";
import { connectLive } from "./live-connection.ts";
import { createReadAgain } from "./read-again.ts";

/** One stream for the whole page, as long as somebody is signed in. */
export function useLiveEvents(): void {
  const client = useQueryClient();
  const isLost = useSessionState((state) => state.isLost);
  useEffect(() => {
    if (isLost) return undefined;
    const wait = (delayMs: number) => new Promise((go) => setTimeout(go, delayMs));
    const onMoved = createReadAgain({
      read: (id) => client.invalidateQueries({ queryKey: changeSetQueries.key(id) }),
      wait,
    });
    const onProjectChanged = createReadAgain({ read: (id) => readProjectAnew(client, id), wait });
    return connectLive({
      open: () => new EventSource("/api/events"),
      onEvent: (event) => applyLiveEvent(client, event, { onMoved, onProjectChanged }),
      onOpen: ({ isAgain }) => void readMissed(client, { isAgain }),
      onBreak: () => void noticeEndedSession(),
      wait: (run, delayMs) => {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
    });
  }, [client, isLost]);
}

/** A stream that has just opened tells only what comes; change sets move on by themselves even before the first opening. */
function readMissed(client: QueryClient, { isAgain }: { isAgain: boolean }): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [room] }) => (isAgain ? room !== "session" : room === "change-sets"),
  });
}

/** A stream's error event carries no status, so the session is asked about. */
async function noticeEndedSession(): Promise<void> {
  const info = await api.call(endpoints.readSession, {}).catch(() => null);
  if (info !== null && info.session === null) markSessionLost();
}

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { markSessionLost } from "../../lib/session-state.ts";
import { useSessionState } from "../../lib/session-state.ts";
import { endpoints } from "@gantry/api-contract";
import { api } from "../../lib/api.ts";
import { applyLiveEvent } from "./apply-event.ts";
import { connectLive } from "./live-connection.ts";

/** One stream for the whole page, as long as somebody is signed in. */
export function useLiveEvents(): void {
  const client = useQueryClient();
  const isLost = useSessionState((state) => state.isLost);
  useEffect(() => {
    if (isLost) return undefined;
    return connectLive({
      open: () => new EventSource("/api/events"),
      onEvent: (event) => applyLiveEvent(client, event),
      onReconnect: () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" }),
      onBreak: () => void noticeEndedSession(),
      wait: (run, delayMs) => {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
    });
  }, [client, isLost]);
}

/** A stream's error event carries no status, so the session is asked about. */
async function noticeEndedSession(): Promise<void> {
  const info = await api.call(endpoints.readSession, {}).catch(() => null);
  if (info !== null && info.session === null) markSessionLost();
}

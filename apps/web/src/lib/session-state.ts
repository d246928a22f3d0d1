import { ApiError } from "@gantry/api-client";
import { create } from "zustand";

type SessionState = {
  /** The session was lost while somebody worked: the page stays, and a sign-in dialog lies over it. */
  isLost: boolean;
  /** Somebody signs out: that the session ends is no news, and the page goes. */
  isLeaving: boolean;
  /** Sign-ins of this page so far. */
  found: number;
};

export const useSessionState = create<SessionState>()(() => ({ isLost: false, isLeaving: false, found: 0 }));

export function markSessionLost(): void {
  useSessionState.setState({ isLost: true });
}

export function markSessionFound(): void {
  useSessionState.setState(({ found }) => ({ isLost: false, isLeaving: false, found: found + 1 }));
}

export function markLeaving(): void {
  useSessionState.setState({ isLeaving: true });
  // A browser may keep the page as it stood, for the way back.
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}

export function isLostSession(error: unknown): boolean {
  return error instanceof ApiError && error.code === "session.required";
}

/** Begins to watch for a sign-in: what was asked before one tells nothing of the session since. */
export function watchForSignIn(): { wasSignedIn: () => boolean } {
  const { found } = useSessionState.getState();
  return { wasSignedIn: () => useSessionState.getState().found !== found };
}

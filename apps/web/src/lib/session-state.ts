import { ApiError } from "@gantry/api-client";
import { create } from "zustand";

/** Whether the session was lost while somebody worked: the page stays, and a sign-in dialog lies over it. */
export const useSessionState = create<{ isLost: boolean; /** Sign-ins of this page so far. */ found: number }>()(
  () => ({ isLost: false, found: 0 }),
);

export function markSessionLost(): void {
  useSessionState.setState({ isLost: true });
}

export function markSessionFound(): void {
  useSessionState.setState(({ found }) => ({ isLost: false, found: found + 1 }));
}

export function isLostSession(error: unknown): boolean {
  return error instanceof ApiError && error.code === "session.required";
}

/** Begins to watch for a sign-in: what was asked before one tells nothing of the session since. */
export function watchForSignIn(): { wasSignedIn: () => boolean } {
  const { found } = useSessionState.getState();
  return { wasSignedIn: () => useSessionState.getState().found !== found };
}

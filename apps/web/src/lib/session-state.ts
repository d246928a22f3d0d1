import { create } from "zustand";

/** Whether the session was lost while somebody worked: the page stays, and a sign-in dialog lies over it. */
export const useSessionState = create<{ isLost: boolean }>()(() => ({ isLost: false }));

export function markSessionLost(): void {
  useSessionState.setState({ isLost: true });
}

export function markSessionFound(): void {
  useSessionState.setState({ isLost: false });
}

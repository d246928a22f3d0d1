/** Locks a user after failed sign-ins, as a tenant's log-in policy does. */
export type SignInGuard = {
  isLocked: (user: string) => boolean;
  fail: (user: string) => void;
  succeed: (user: string) => void;
  clear: () => void;
};

const FAILURES_TO_LOCK = 5;
const WINDOW_MS = 15 * 60_000;

export function createSignInGuard(now: () => number): SignInGuard {
  const failures = new Map<string, number[]>();
  const recent = (user: string) => (failures.get(user) ?? []).filter((at) => now() - at < WINDOW_MS);
  return {
    isLocked: (user) => recent(user).length >= FAILURES_TO_LOCK,
    fail: (user) => failures.set(user, [...recent(user), now()]),
    succeed: (user) => failures.delete(user),
    clear: () => failures.clear(),
  };
}

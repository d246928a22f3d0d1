import type { IssuedToken } from "@gantry/codearts-client";
import { isCodeArtsError } from "@gantry/codearts-client";
import { AppError } from "../app-error.ts";
import type { Clock } from "../clock.ts";
import type { SharedToken, SharedTokens } from "./shared-token.ts";

/** IAM advises against using a token close to its end. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** After a failure of IAM, a token that still works is used for so long before IAM is asked again. */
const ASK_AGAIN_AFTER_MS = 30_000;
/** How often a replica looks whether another has got the new token. */
const LOOK_EVERY_MS = 100;

export type ServiceToken = {
  /** The token of the service user, renewed when needed: one call to IAM however many ask, on however many replicas. */
  read: (signal: AbortSignal) => Promise<string>;
  /** CodeArts did not take it: the next `read` gives another. Only if it is still the one in use. */
  forget: (token: string) => void;
};

/** Remembers, beyond a restart and for all replicas, that IAM rejected this password. */
export type RejectedPassword = { isKnown: () => Promise<boolean>; remember: () => Promise<void> };

/**
 * The token of service mode. A password that IAM rejected is never sent again, or IAM would lock the account: until the
 * configured password changes, every call fails with `session.sign_in_unavailable`. While IAM fails in other ways, a
 * token that has not ended yet is still used.
 * @param options.pause waits for another replica, by the machine's own time
 */
export function createServiceToken(options: {
  issue: () => Promise<IssuedToken>;
  shared: SharedTokens;
  rejected: RejectedPassword;
  clock: Clock;
  pause: (delayMs: number) => Promise<void>;
}): ServiceToken {
  const { issue, shared, rejected, clock, pause } = options;
  let current: SharedToken | null = null;
  let refused: string | null = null;
  let askAgainAt = 0;
  let renewal: Promise<SharedToken> | null = null;

  const isUsable = (known: SharedToken | null): known is SharedToken =>
    known !== null && known.token !== refused && known.expiresAtMs > clock.now();
  const isFresh = (known: SharedToken | null): known is SharedToken =>
    isUsable(known) && known.expiresAtMs - clock.now() > RENEW_BEFORE_MS;

  /** Asks IAM, as the only replica that does. */
  const renew = async (): Promise<SharedToken> => {
    const known = await shared.read();
    if (isFresh(known)) return known;
    if (await rejected.isKnown()) throw rejectedPassword();
    try {
      const issued = await issue();
      await shared.write(issued);
      return issued;
    } catch (error) {
      if (isCodeArtsError(error) && error.kind === "auth") {
        await rejected.remember();
        throw rejectedPassword();
      }
      if (!isCodeArtsError(error) || !isUsable(known)) throw error;
      askAgainAt = clock.now() + ASK_AGAIN_AFTER_MS;
      return known;
    }
  };

  const obtain = async (): Promise<SharedToken> => {
    for (;;) {
      const known = await shared.read();
      if (isFresh(known) || (isUsable(known) && clock.now() < askAgainAt)) return known;
      const renewed = await shared.renewAlone(renew);
      if (renewed !== null) return renewed.done;
      // Another replica is at it: what still works need not wait for it.
      if (isUsable(known)) return known;
      await pause(LOOK_EVERY_MS);
    }
  };

  return {
    read: async (signal) => {
      signal.throwIfAborted();
      if (isFresh(current) || (isUsable(current) && clock.now() < askAgainAt)) return current.token;
      renewal ??= obtain().finally(() => {
        renewal = null;
      });
      current = await renewal;
      return current.token;
    },
    forget: (token) => {
      if (current?.token !== token) return;
      refused = token;
      current = null;
    },
  };
}

function rejectedPassword(): AppError {
  return new AppError("session.sign_in_unavailable", "IAM rejected the service user's password; it must be set anew");
}

import type { IssuedToken } from "@gantry/codearts-client";
import { isCodeArtsError } from "@gantry/codearts-client";
import { AppError } from "../app-error.ts";
import type { Clock } from "../clock.ts";

/** IAM advises against using a token close to its end. */
const RENEW_BEFORE_MS = 5 * 60_000;

export type ServiceToken = {
  /** The token of the service user, renewed when needed: one call to IAM however many ask. */
  read: (signal: AbortSignal) => Promise<string>;
  /** CodeArts did not take it: the next `read` renews. Only if it is still the one in use. */
  forget: (token: string) => void;
};

/** Remembers, beyond a restart, that IAM rejected this password. */
export type RejectedPassword = { isKnown: () => Promise<boolean>; remember: () => Promise<void> };

/**
 * The token of service mode. A password that IAM rejected is never sent again, or IAM would lock the account: until the
 * configured password changes, every call fails with `session.sign_in_unavailable`.
 */
export function createServiceToken(options: {
  issue: () => Promise<IssuedToken>;
  rejected: RejectedPassword;
  clock: Clock;
}): ServiceToken {
  const { issue, rejected, clock } = options;
  let current: IssuedToken | null = null;
  let renewal: Promise<IssuedToken> | null = null;

  const renew = async (): Promise<IssuedToken> => {
    if (await rejected.isKnown()) throw unavailable("IAM rejected the service user's password; it must be set anew");
    try {
      current = await issue();
      return current;
    } catch (error) {
      if (!isCodeArtsError(error) || error.kind !== "auth") throw error;
      await rejected.remember();
      throw unavailable("IAM rejected the service user's password; it must be set anew");
    }
  };

  return {
    read: async (signal) => {
      signal.throwIfAborted();
      if (current !== null && current.expiresAtMs - clock.now() > RENEW_BEFORE_MS) return current.token;
      renewal ??= renew().finally(() => {
        renewal = null;
      });
      return (await renewal).token;
    },
    forget: (token) => {
      if (current?.token === token) current = null;
    },
  };
}

function unavailable(message: string): AppError {
  return new AppError("session.sign_in_unavailable", message);
}

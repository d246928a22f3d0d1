import type { Credentials } from "@gantry/api-contract";
import {
  createCodeArtsClient,
  type Fetch,
  type IamClient,
  isCodeArtsError,
  type IssuedToken,
} from "@gantry/codearts-client";
import { AppError, isAppError } from "../app-error.ts";
import type { Refusals } from "../audit/refusals.ts";
import type { Clock } from "../clock.ts";
import type { Metrics } from "../metrics.ts";
import type { AttemptLimit } from "./attempt-limit.ts";
import type { Session } from "./session.ts";
import type { SessionStore } from "./session-store.ts";

/** A session ends with its token, and after this at the latest. There is no idle limit and no prolonging. */
const MAX_SESSION_MS = 12 * 60 * 60_000;

export type SignIn = (
  credentials: Credentials,
  options: { clientAddress: string; requestId: string; signal: AbortSignal },
) => Promise<{ session: Session; cookie: string }>;

export type SignInOptions = {
  iam: IamClient;
  iamScope: string;
  fetch: Fetch;
  endpoint: string;
  limit: AttemptLimit;
  sessions: SessionStore;
  refusals: Refusals;
  /** Tells the same account and name from others without telling which they are. */
  subjectOf: (credentials: Credentials) => string;
  clock: Clock;
  metrics: Metrics;
  /** Service mode: only this account's users may sign in, and their own tokens are not kept. */
  serviceAccount: string | null;
};

/**
 * Signs a person in with an IAM user's name and password, which are held for this one call and sent to IAM once.
 *
 * In `user` mode the token that IAM gives is kept, sealed, and makes this person's calls; it is not renewed (that would
 * take the password), so the session ends with it. In `service` mode people sign in at the same form, with a user of the
 * service user's own account: IAM says whether the password is right, the token is thrown away, and all calls are made
 * with the service user's. CodeArts then sees one user, and everybody who may sign in may do what that user may.
 */
export function createSignIn(options: SignInOptions): SignIn {
  const { limit, sessions, refusals, subjectOf, clock, metrics } = options;
  return async (credentials, { clientAddress, requestId, signal }) => {
    if (options.serviceAccount !== null && credentials.account !== options.serviceAccount) {
      metrics.count("gantry_sign_ins_total", { outcome: "rejected" });
      await refusals.note({ code: "session.wrong_credentials", subject: subjectOf(credentials), requestId });
      throw wrongCredentials();
    }
    const attempt = { account: credentials.account, userName: credentials.userName, clientAddress };
    const reservation = await limit.reserve(attempt).catch(async (error: unknown) => {
      if (isAppError(error) && error.code === "session.too_many_attempts")
        await refusals.note({ code: error.code, subject: subjectOf(credentials), requestId });
      throw error;
    });
    let issued: IssuedToken;
    try {
      issued = await options.iam.createToken({ ...credentials, scope: options.iamScope });
    } catch (error) {
      const failure = toSignInError(error);
      metrics.count("gantry_sign_ins_total", {
        outcome: failure.code === "session.wrong_credentials" ? "rejected" : "failed",
      });
      if (failure.code !== "session.wrong_credentials") await reservation.release();
      else await refusals.noteWrongPassword({ subject: subjectOf(credentials), requestId });
      throw failure;
    }
    await reservation.forgive();
    metrics.count("gantry_sign_ins_total", { outcome: "ok" });
    const profile = await readProfile(options, { token: issued.token, signal });
    return sessions.create({
      userId: issued.user.id,
      userNumericId: profile?.numericId ?? null,
      userName: issued.user.name,
      displayName: profile?.displayName ?? issued.user.name,
      account: credentials.account,
      domainId: issued.user.domain.id,
      requestId,
      expiresAt: Math.min(issued.expiresAtMs, clock.now() + MAX_SESSION_MS),
      token: options.serviceAccount === null ? issued.token : null,
    });
  };
}

/** What CodeArts calls the person. Signing in does without it: CodeArts may be down while IAM is up. */
async function readProfile(
  options: SignInOptions,
  { token, signal }: { token: string; signal: AbortSignal },
): Promise<{ numericId: string | null; displayName: string | null } | null> {
  const client = createCodeArtsClient({
    fetch: options.fetch,
    endpoint: options.endpoint,
    token: () => token,
    nowMs: options.clock.now,
  });
  try {
    const user = await client.showCurrentUser({}, { signal });
    return { numericId: user.user_num_id, displayName: user.nick_name || user.user_name };
  } catch (error) {
    if (isCodeArtsError(error)) return null;
    throw error;
  }
}

function toSignInError(error: unknown): AppError {
  if (!isCodeArtsError(error)) throw error;
  const cause = { cause: error };
  switch (error.kind) {
    case "auth":
    case "forbidden":
    case "bad-request":
      return wrongCredentials(cause);
    default:
      return new AppError(
        "session.sign_in_unavailable",
        "IAM cannot say whether the password is right; try again later",
        cause,
      );
  }
}

function wrongCredentials(options: { cause?: unknown } = {}): AppError {
  return new AppError("session.wrong_credentials", "Account, user name or password is wrong", options);
}

import { isCodeArtsError, type CodeArtsError, type CodeArtsErrorKind } from "@gantry/codearts-client";
import { isAppError } from "../../app-error.ts";
import { isGone } from "../preview/reads.ts";
import type { Said } from "./judge.ts";
import type { SendResult } from "./job-upstream.ts";

/** Reads that fail like this fail again. */
const REFUSED_READS: ReadonlySet<CodeArtsErrorKind> = new Set([
  "forbidden",
  "not-found",
  "rejected",
  "bad-request",
  "refused-before-service",
]);

/** What a failed read means for a job. */
type ReadFailure =
  | { kind: "sign-in" }
  | { kind: "refused"; said: Said }
  | { kind: "passing"; retryAfterMs: number | null };

/** Throws what is no failure of CodeArts' side. */
export function toReadFailure(error: unknown): ReadFailure {
  if (isSignInRequired(error)) return { kind: "sign-in" };
  if (isGone(error)) return { kind: "refused", said: { code: null, message: null } };
  if (!isCodeArtsError(error)) throw error;
  if (REFUSED_READS.has(error.kind)) return { kind: "refused", said: saidBy(error) };
  return { kind: "passing", retryAfterMs: error.retryAfterMs };
}

/**
 * What a failed write means for each of its items. One bad item can make the service refuse a whole call, so such a
 * refusal of several counts as a doubt: what reads back as untouched is sent again in smaller calls.
 * Throws what is no failure of CodeArts' side.
 */
export function toSendFailure(error: unknown, options: { items: number }): SendResult {
  if (isSignInRequired(error)) return { kind: "sign-in" };
  if (!isCodeArtsError(error)) throw error;
  if (error.kind === "not-sent" || error.kind === "too-often") {
    return { kind: "not-sent", retryAfterMs: error.retryAfterMs, maybeSent: error.doubtful };
  }
  const isRefusal = error.kind === "rejected" || error.kind === "not-found";
  const isRefusedAlone = options.items === 1 && isRefusal && (error.httpStatus ?? 0) >= 400;
  const isDoubt = (isRefusal && options.items > 1) || (error.doubtful && !isRefusedAlone);
  const answer = { kind: isDoubt ? ("doubt" as const) : ("refused" as const), ...saidBy(error) };
  return { kind: "answered", answerOf: () => answer };
}

function saidBy(error: CodeArtsError): Said {
  return {
    code: error.upstreamCode ?? (error.httpStatus === null ? null : `HTTP ${error.httpStatus}`),
    message: error.upstreamMessage,
  };
}

function isSignInRequired(error: unknown): boolean {
  return (isAppError(error) && error.code === "session.required") || (isCodeArtsError(error) && error.kind === "auth");
}

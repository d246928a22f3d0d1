import type { ErrorCode, ErrorDetails } from "@gantry/api-contract";
import { type CodeArtsError, type CodeArtsErrorKind, isCodeArtsError } from "@gantry/codearts-client";
import { AppError } from "../app-error.ts";

type Translation = { code: ErrorCode; message: string };

const TRANSLATIONS: Record<Exclude<CodeArtsErrorKind, "cancelled">, Translation> = {
  "bad-request": { code: "server.internal", message: "Something went wrong on our side" },
  "not-sent": { code: "upstream.unavailable", message: "CodeArts cannot be reached" },
  "refused-before-service": { code: "upstream.refused", message: "CodeArts' gateway refused the call" },
  "too-often": { code: "upstream.busy", message: "CodeArts was called too often; try again in a moment" },
  busy: { code: "upstream.busy", message: "CodeArts is busy; try again in a moment" },
  auth: { code: "session.required", message: "CodeArts no longer takes your sign-in; sign in again" },
  forbidden: { code: "upstream.refused", message: "CodeArts does not allow you this" },
  "not-found": { code: "upstream.rejected", message: "CodeArts does not know what was asked for" },
  rejected: { code: "upstream.rejected", message: "CodeArts rejected the call" },
  redirected: { code: "upstream.bad_answer", message: "CodeArts answered with a redirect" },
  timeout: { code: "upstream.timeout", message: "CodeArts did not answer in time" },
  reset: { code: "upstream.unavailable", message: "The connection to CodeArts broke" },
  "server-error": { code: "upstream.unavailable", message: "CodeArts failed" },
  "bad-answer": { code: "upstream.bad_answer", message: "CodeArts' answer could not be read" },
};

/** Longest text of CodeArts' own that goes on; it may be a whole HTML page. */
const MAX_TEXT = 500;

/** Our code and words for a failure of CodeArts' side, with its own code beside; null for any other failure. */
export function translateUpstreamError(error: unknown): AppError | null {
  if (!isCodeArtsError(error) || error.kind === "cancelled") return null;
  const { code, message } = TRANSLATIONS[error.kind];
  return new AppError(code, message, { details: toDetails(error), cause: error });
}

function toDetails(error: CodeArtsError): ErrorDetails {
  return {
    ...(error.upstreamCode === null ? {} : { upstreamCode: error.upstreamCode.slice(0, MAX_TEXT) }),
    ...(error.upstreamMessage === null ? {} : { upstreamMessage: error.upstreamMessage.slice(0, MAX_TEXT) }),
    ...(error.retryAfterMs === null ? {} : { retryAfterMs: error.retryAfterMs }),
  };
}

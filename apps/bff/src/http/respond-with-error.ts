import type { ErrorBody } from "@gantry/api-contract";
import { AppError, isAppError } from "../app-error.ts";
import { describeError } from "../describe-error.ts";
import { translateStorageError } from "../database/storage-failure.ts";
import type { Log } from "../log.ts";
import { translateUpstreamError } from "../upstream/translate-error.ts";

/**
 * Turns whatever was thrown into an answer of the closed list. What nobody foresaw becomes a bare 500: the log has
 * the stack, the answer has the request id to find it by.
 */
export function respondWithError(error: unknown, options: { requestId: string; log: Log }): Response {
  const { requestId, log } = options;
  const known = isAppError(error) ? error : (translateUpstreamError(error) ?? translateStorageError(error));
  if (known === null) log.error({ requestId, ...describeError(error) }, "unforeseen failure");
  if (known?.code.startsWith("storage.") === true) log.warn({ requestId, code: known.code }, "the store failed");
  const failure = known ?? new AppError("server.internal", "Something went wrong on our side");
  const body: ErrorBody = {
    error: {
      code: failure.code,
      message: failure.message,
      requestId,
      ...(failure.details === undefined ? {} : { details: failure.details }),
    },
  };
  const headers = new Headers({ "content-type": "application/json; charset=utf-8" });
  const retryAfterMs = failure.details?.retryAfterMs;
  if (retryAfterMs !== undefined) headers.set("retry-after", String(Math.ceil(retryAfterMs / 1000)));
  return new Response(JSON.stringify(body), { status: failure.status, headers });
}

import { findKnownError, isGatewayCode, type ErrorBody } from "@gantry/codearts-contract";
import type { CodeArtsErrorKind } from "../error.ts";
import type { Operation } from "../operations.ts";

/** What an answer that is no success means. A known code counts more than the HTTP status: 400 may be "busy". */
export function kindOfAnswer(httpStatus: number, { code }: ErrorBody): CodeArtsErrorKind {
  switch (findKnownError(code)?.class) {
    case "busy":
      return "busy";
    case "too-often":
      return "too-often";
    case "auth":
      return "auth";
    case "forbidden":
      return "forbidden";
    case "not-found":
      return "not-found";
    case "misconfigured":
      return "refused-before-service";
    default:
      return kindOfStatus(httpStatus, isGatewayCode(code));
  }
}

function kindOfStatus(httpStatus: number, byGateway: boolean): CodeArtsErrorKind {
  if (httpStatus >= 500) return "server-error";
  if (httpStatus >= 300 && httpStatus < 400) return "redirected";
  if (httpStatus === 401) return "auth";
  if (httpStatus === 403) return "forbidden";
  if (httpStatus === 429) return "too-often";
  if (byGateway) return "refused-before-service";
  return httpStatus === 404 ? "not-found" : "rejected";
}

/** Nothing was done, whatever the call was. */
const SURELY_NOT_DONE: readonly CodeArtsErrorKind[] = [
  "bad-request",
  "not-sent",
  "refused-before-service",
  "auth",
  "forbidden",
];

/** Whether a failed write may have been applied after all. */
export function isDoubtful(
  operation: Operation,
  { kind, httpStatus, code }: { kind: CodeArtsErrorKind; httpStatus: number | null; code: string | null },
): boolean {
  if (operation.effect === "read" || SURELY_NOT_DONE.includes(kind)) return false;
  if (kind === "too-often") return !isGatewayCode(code);
  if (kind === "rejected" || kind === "not-found") {
    const refusedByStatus = httpStatus !== null && httpStatus >= 400;
    return operation.partial === true || !refusedByStatus;
  }
  return true;
}

/** Node and undici codes of failures before the first byte of the request could leave. */
const NOT_SENT_CODES = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
]);
const TIMEOUT_CODES = new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "ETIMEDOUT"]);
const BAD_ANSWER_CODES = new Set([
  "UND_ERR_HEADERS_OVERFLOW",
  "UND_ERR_RESPONSE_EXCEEDED_MAX_SIZE",
  "UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
  "Z_DATA_ERROR",
  "Z_BUF_ERROR",
]);

/** What a thrown transport error means. Only its code is looked at: its message may hold the token. */
export function kindOfThrown(error: unknown): CodeArtsErrorKind {
  const codes = codesOf(error);
  if (codes.some((code) => NOT_SENT_CODES.has(code))) return "not-sent";
  if (codes.some((code) => TIMEOUT_CODES.has(code))) return "timeout";
  if (codes.some((code) => BAD_ANSWER_CODES.has(code) || code.startsWith("HPE_"))) return "bad-answer";
  return "reset";
}

function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if ("code" in current && typeof current.code === "string") codes.push(current.code);
    current = current.cause;
  }
  return codes;
}

import type { OperationName } from "./operations.ts";

/**
 * Why a call failed. `not-sent`: no connection, nothing left. `bad-request`: refused here, before sending.
 * `refused-before-service`: the gateway would not pass it on. `rejected`: the service said no.
 * `reset`: the connection broke after the call had (or may have) left. `cancelled`: the caller's signal.
 */
export type CodeArtsErrorKind =
  | "bad-request"
  | "not-sent"
  | "refused-before-service"
  | "too-often"
  | "busy"
  | "auth"
  | "forbidden"
  | "not-found"
  | "rejected"
  | "redirected"
  | "timeout"
  | "cancelled"
  | "reset"
  | "server-error"
  | "bad-answer";

export type CodeArtsErrorDetails = {
  kind: CodeArtsErrorKind;
  operation: OperationName;
  /** Null where no answer came. */
  httpStatus?: number | null;
  /** PM.…, APIG.… as it came. */
  upstreamCode?: string | null;
  /** The service's own text, in the tenant's language; may hold anything: show as text. */
  upstreamMessage?: string | null;
  requestId?: string | null;
  /** From `Retry-After`; null where the service said nothing. */
  retryAfterMs?: number | null;
  /** False only where surely no byte of this call left. */
  wasSent?: boolean;
  /** The call writes, and may have been applied: read back before sending again. */
  doubtful?: boolean;
  /** What was wrong with a request or an answer: field names and limits, never values. */
  reason?: string;
};

/** The one error that the client throws. It never holds the token, nor the error that Node threw. */
export class CodeArtsError extends Error {
  readonly kind: CodeArtsErrorKind;
  readonly operation: OperationName;
  readonly httpStatus: number | null;
  readonly upstreamCode: string | null;
  readonly upstreamMessage: string | null;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
  readonly wasSent: boolean;
  readonly doubtful: boolean;

  constructor(details: CodeArtsErrorDetails) {
    const said = details.reason ?? details.upstreamCode ?? (details.httpStatus ? `HTTP ${details.httpStatus}` : null);
    super(`CodeArts ${details.operation}: ${details.kind}${said ? ` (${said})` : ""}`);
    this.name = "CodeArtsError";
    this.kind = details.kind;
    this.operation = details.operation;
    this.httpStatus = details.httpStatus ?? null;
    this.upstreamCode = details.upstreamCode ?? null;
    this.upstreamMessage = details.upstreamMessage ?? null;
    this.requestId = details.requestId ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.wasSent = details.wasSent ?? false;
    this.doubtful = details.doubtful ?? false;
  }
}

export function isCodeArtsError(error: unknown): error is CodeArtsError {
  return error instanceof CodeArtsError;
}

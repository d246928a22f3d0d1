import type { ErrorCode, ErrorDetails } from "@gantry/api-contract";

/** `network` = no answer at all; `bad-answer` = an answer that is not the contract's. */
export type ApiErrorCode = ErrorCode | "network" | "bad-answer";

/** Every failure of a call, as one type. The code picks the words; `message` is for logs. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ApiErrorCode;
  /** HTTP status; 0 when nothing came back. */
  readonly status: number;
  readonly requestId: string | null;
  readonly details: ErrorDetails;

  constructor(
    code: ApiErrorCode,
    options: { message: string; status?: number; requestId?: string; details?: ErrorDetails; cause?: unknown },
  ) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = options.status ?? 0;
    this.requestId = options.requestId ?? null;
    this.details = options.details ?? {};
  }
}

/** Whether the same read may well succeed a moment later. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.code === "network" || error.status === 502 || error.status === 503 || error.status === 504;
}

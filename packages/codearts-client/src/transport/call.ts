import { TOKEN_PATTERN } from "@gantry/codearts-contract";
import type * as v from "valibot";
import { CodeArtsError, type CodeArtsErrorDetails } from "../error.ts";
import { operationOf, type OperationName } from "../operations.ts";
import { understandAnswer } from "./answer.ts";
import { check } from "./check.ts";
import { isDoubtful } from "./classify.ts";
import type { StartTimer } from "./deadline.ts";
import { writeJson } from "./json.ts";
import { addressOf, type PathParameters, type QueryParameters } from "./path.ts";
import { readRetryAfter } from "./retry-after.ts";
import { withoutSecrets } from "./secrets.ts";
import { send, type Fetch, type Raw } from "./send.ts";

export type Connection = {
  fetch: Fetch;
  /** Base address; a path prefix is kept. */
  endpoint: string;
  nowMs: () => number;
  timer: StartTimer;
  /** Largest answer that is read, in bytes after decompression. */
  maxAnswerBytes: number;
};

export type CallOptions = {
  signal?: AbortSignal | undefined;
  /** Overrides the operation's own deadline. */
  deadlineMs?: number | undefined;
};

export type CallRequest<TSchema extends v.GenericSchema> = {
  operation: OperationName;
  /** Null for the one call that has none yet. */
  token: string | null;
  path?: PathParameters;
  query?: QueryParameters;
  /** Written as JSON. Checked by the dialect before (see `checkRequest`). */
  body?: unknown;
  answer: TSchema;
  /** What must not come back in an error, beside the token. */
  secrets?: readonly string[];
  options?: CallOptions | undefined;
};

/** Makes one call, once. Throws `CodeArtsError` and nothing else. */
export async function call<const TSchema extends v.GenericSchema>(
  connection: Connection,
  request: CallRequest<TSchema>,
): Promise<{ answer: v.InferOutput<TSchema>; headers: Headers }> {
  const { token, path = {}, query = {}, options } = request;
  const operation = operationOf(request.operation);
  if (token !== null && !TOKEN_PATTERN.test(token)) {
    throw badRequest(request.operation, "the token is not 10–32,768 characters that a header can carry");
  }
  const address = addressOf(connection.endpoint, { template: operation.path, path, query });
  if ("reason" in address) throw badRequest(request.operation, address.reason);

  const sent = await send({
    ...connection,
    token,
    method: operation.method,
    url: address.url,
    body: request.body === undefined ? undefined : writeJson(request.body),
    deadlineMs: options?.deadlineMs ?? operation.deadlineMs,
    callerSignal: options?.signal,
  });
  if (!sent.ok) throw failure({ ...sent, operation: request.operation });

  const secrets = [...(request.secrets ?? []), ...(token === null ? [] : [token])];
  if (token !== null && sent.raw.text.includes(token)) {
    throw failure({ operation: request.operation, kind: "bad-answer", wasSent: true, reason: "it repeats the token" });
  }
  const understood = await understandAnswer(sent.raw, { operation, schema: request.answer });
  if (understood.ok) return { answer: understood.value, headers: sent.raw.headers };
  const { kind, error, reason } = understood;
  throw failure({
    operation: request.operation,
    kind,
    wasSent: true,
    ...(reason === undefined ? {} : { reason }),
    ...told(sent.raw, { nowMs: connection.nowMs() }),
    upstreamCode: withoutSecrets(error.code, secrets),
    upstreamMessage: withoutSecrets(error.message, secrets),
    requestId: withoutSecrets(sent.raw.headers.get("x-request-id") ?? error.requestId, secrets),
  });
}

/** Checks what is to be sent; a limit that is broken stops the call here and names the field. */
export function checkRequest<const TSchema extends v.GenericSchema>(
  operation: OperationName,
  { schema, value }: { schema: TSchema; value: unknown },
): v.InferOutput<TSchema> {
  const checked = check(schema, value);
  if (!checked.ok) throw badRequest(operation, checked.reason);
  return checked.value;
}

function badRequest(operation: OperationName, reason: string): CodeArtsError {
  return new CodeArtsError({ operation, kind: "bad-request", reason });
}

function told({ httpStatus, headers }: Raw, { nowMs }: { nowMs: number }) {
  return { httpStatus, retryAfterMs: readRetryAfter(headers.get("retry-after"), { nowMs }) };
}

function failure(details: CodeArtsErrorDetails): CodeArtsError {
  const { kind, httpStatus = null, upstreamCode: code = null, wasSent = false } = details;
  const doubtful = wasSent && isDoubtful(operationOf(details.operation), { kind, httpStatus, code });
  return new CodeArtsError({ ...details, doubtful });
}

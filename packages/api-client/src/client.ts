import { type Endpoint, type EndpointAnswer, type EndpointCall, errorBodySchema } from "@gantry/api-contract";
import * as v from "valibot";
import { ApiError } from "./api-error.ts";
import { readJsonLines } from "./json-lines.ts";
import { type CallParts, toRequestInit, toUrl } from "./to-request.ts";

export type ApiClientOptions = {
  /** Any fetch: the browser's, or the bff's own `app.request` in tests. */
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Origin before `/api`; empty in the browser. */
  baseUrl?: string;
};

export type CallOptions = { signal?: AbortSignal | undefined; idempotencyKey?: string | undefined };

export type ApiClient = {
  /** Calls an endpoint and parses its answer. Throws `ApiError`, or the signal's reason when aborted. */
  call: <E extends Endpoint>(endpoint: E, parts: EndpointCall<E> & CallOptions) => Promise<EndpointAnswer<E>>;
  /** Calls an endpoint that answers in JSON lines; yields each parsed line. */
  stream: <E extends Endpoint>(
    endpoint: E,
    parts: EndpointCall<E> & CallOptions,
  ) => AsyncGenerator<EndpointAnswer<E>, void, undefined>;
};

export function createApiClient(options: ApiClientOptions): ApiClient {
  const baseUrl = options.baseUrl ?? "";

  const send = async (endpoint: Endpoint, parts: CallParts & CallOptions): Promise<Response> => {
    const url = toUrl(endpoint, { ...parts, baseUrl });
    let response: Response;
    try {
      response = await options.fetch(url, toRequestInit(endpoint, parts));
    } catch (cause) {
      if (parts.signal?.aborted === true) throw cause;
      throw new ApiError("network", { message: `No answer from ${endpoint.method} ${endpoint.path}`, cause });
    }
    if (!response.ok) throw await toApiError(response);
    return response;
  };

  return {
    call: async (endpoint, parts) => {
      const response = await send(endpoint, parts as CallParts & CallOptions);
      return parseAnswer(endpoint, await readWhole(endpoint, response));
    },
    stream: async function* (endpoint, parts) {
      const response = await send(endpoint, parts as CallParts & CallOptions);
      if (response.body === null) throw badAnswer(endpoint, response.status);
      try {
        for await (const line of readJsonLines(response.body)) yield parseAnswer(endpoint, line);
      } catch (cause) {
        throw parts.signal?.aborted === true ? cause : toStreamError(cause);
      }
    },
  };
}

async function readWhole({ format }: Endpoint, response: Response): Promise<unknown> {
  if (format === "none") return null;
  return format === "calendar" ? await response.text() : await readJson(response);
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new ApiError("bad-answer", { message: "The answer is not JSON", status: response.status, cause });
  }
}

function toStreamError(cause: unknown): unknown {
  if (cause instanceof ApiError) return cause;
  if (cause instanceof SyntaxError) return new ApiError("bad-answer", { message: "A line is not JSON", cause });
  return new ApiError("network", { message: "The answer broke off", cause });
}

function parseAnswer<E extends Endpoint>(endpoint: E, answer: unknown): EndpointAnswer<E> {
  const result = v.safeParse(endpoint.answer, answer);
  if (!result.success) throw badAnswer(endpoint, endpoint.status);
  return result.output as EndpointAnswer<E>;
}

function badAnswer(endpoint: Endpoint, status: number): ApiError {
  return new ApiError("bad-answer", { message: `${endpoint.method} ${endpoint.path} broke its contract`, status });
}

async function toApiError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = v.safeParse(errorBodySchema, body);
  if (!parsed.success) {
    // A proxy between the browser and Gantry may answer in its own words.
    const code = response.status >= 500 ? "network" : "bad-answer";
    return new ApiError(code, { message: `HTTP ${response.status} without our error body`, status: response.status });
  }
  const { code, message, requestId, details } = parsed.output.error;
  return new ApiError(code, {
    message,
    requestId,
    status: response.status,
    ...(details === undefined ? {} : { details }),
  });
}

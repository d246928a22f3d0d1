import type { Endpoint } from "@gantry/api-contract";

export type CallParts = {
  params?: Record<string, unknown> | undefined;
  query?: Record<string, string | number | undefined> | undefined;
  body?: unknown;
};

/** The path and query of a call, with every part encoded. Throws when a parameter is missing. */
export function toUrl(endpoint: Endpoint, parts: CallParts & { baseUrl: string }): string {
  const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_match, name: string) => {
    const value = parts.params?.[name];
    if (typeof value !== "string") throw new TypeError(`Missing parameter ${name} of ${endpoint.path}`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  const search = query.size > 0 ? `?${query.toString()}` : "";
  return `${parts.baseUrl}/api${path}${search}`;
}

/** Method, headers and body of a call. Calls that change something carry the header that proves our own page sent them. */
export function toRequestInit(
  endpoint: Endpoint,
  parts: CallParts & { signal?: AbortSignal | undefined; idempotencyKey?: string | undefined },
): RequestInit {
  const headers = new Headers({ accept: ACCEPT[endpoint.format] });
  if (endpoint.method !== "GET") headers.set("x-gantry", "1");
  if (parts.idempotencyKey !== undefined) headers.set("idempotency-key", parts.idempotencyKey);
  if (endpoint.body !== undefined) headers.set("content-type", "application/json");
  return {
    method: endpoint.method,
    headers,
    credentials: "same-origin",
    redirect: "error",
    ...(endpoint.body === undefined ? {} : { body: JSON.stringify(parts.body ?? {}) }),
    ...(parts.signal === undefined ? {} : { signal: parts.signal }),
  };
}

const ACCEPT = {
  json: "application/json",
  "json-lines": "application/x-ndjson",
  events: "text/event-stream",
  calendar: "text/calendar",
  none: "application/json",
} as const;

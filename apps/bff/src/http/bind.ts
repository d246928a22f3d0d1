import type { Endpoint, EndpointAnswer, EndpointInput } from "@gantry/api-contract";
import type { Session } from "../session/session.ts";
import type { Upstream } from "../upstream/gateway.ts";
import { DEFAULT_BODY_BYTES } from "./read-body.ts";

/** What every handler knows of its request. */
export type RequestContext = {
  requestId: string;
  /** Aborts when the caller goes away. */
  signal: AbortSignal;
  /** Present (1–128 visible ASCII characters) on endpoints marked `idempotent`, null elsewhere. */
  idempotencyKey: string | null;
  /** The socket's address; forwarded headers are not believed. */
  clientAddress: string;
  /** Value of the session cookie, when exactly one came. */
  cookie: string | null;
  /** Goes out with a good answer. */
  responseHeaders: Headers;
};

/** A request of a signed-in person, with CodeArts as that person sees it. */
export type SessionContext = RequestContext & { session: Session; upstream: Upstream };

/** An endpoint with its handler, types erased, as the router keeps it. */
export type BoundRoute = {
  endpoint: Endpoint;
  maxBodyBytes: number;
  handle: (input: EndpointInput<Endpoint>, context: RequestContext & Partial<SessionContext>) => unknown;
};

export type BindOptions = { maxBodyBytes?: number };

/** Binds a handler to an endpoint that needs a session and answers with one JSON document or nothing. */
export function bind<E extends Endpoint>(
  endpoint: E,
  handler: (input: EndpointInput<E>, context: SessionContext) => Promise<EndpointAnswer<E>>,
  options: BindOptions = {},
): BoundRoute {
  return toRoute(endpoint, { handler, access: "session", isStream: false, options });
}

/** Binds a handler to an endpoint that needs a session and answers line by line, or event by event. */
export function bindStream<E extends Endpoint>(
  endpoint: E,
  handler: (input: EndpointInput<E>, context: SessionContext) => AsyncIterable<EndpointAnswer<E>>,
  options: BindOptions = {},
): BoundRoute {
  return toRoute(endpoint, { handler, access: "session", isStream: true, options });
}

/** Binds a handler to one of the few endpoints that answer without a session. */
export function bindPublic<E extends Endpoint>(
  endpoint: E,
  handler: (input: EndpointInput<E>, context: RequestContext) => Promise<EndpointAnswer<E>>,
  options: BindOptions = {},
): BoundRoute {
  return toRoute(endpoint, { handler, access: "public", isStream: false, options });
}

type Bound = {
  handler: (input: never, context: never) => unknown;
  access: Endpoint["access"];
  isStream: boolean;
  options: BindOptions;
};

function toRoute(endpoint: Endpoint, bound: Bound): BoundRoute {
  const isStream = endpoint.format === "json-lines" || endpoint.format === "events";
  if (endpoint.access !== bound.access || isStream !== bound.isStream) {
    throw new Error(`${endpoint.method} ${endpoint.path} is bound in the wrong way: see its access and format`);
  }
  return {
    endpoint,
    maxBodyBytes: bound.options.maxBodyBytes ?? DEFAULT_BODY_BYTES,
    handle: withParsedInput(bound.handler),
  };
}

/** The router parses by the endpoint's own schemas and gives a session where its access asks for one. */
function withParsedInput(handler: Bound["handler"]): BoundRoute["handle"] {
  return handler as BoundRoute["handle"];
}

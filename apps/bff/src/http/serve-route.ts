import { setMaxListeners } from "node:events";
import type { Endpoint } from "@gantry/api-contract";
import type { Context } from "hono";
import { AppError, isAppError } from "../app-error.ts";
import type { Dependencies } from "../dependencies.ts";
import { describeError } from "../describe-error.ts";
import { checkAnswer, toCheckedText } from "./answer.ts";
import type { BoundRoute, RequestContext, SessionContext } from "./bind.ts";
import { readSessionCookie } from "./cookie.ts";
import { parseInput, parseJsonBody } from "./parse-request.ts";
import { readBody } from "./read-body.ts";
import type { AppVariables } from "./router.ts";
import { ensureSameOrigin } from "./same-origin.ts";
import { sendEvents } from "./send-events.ts";
import { sendJson } from "./send-json.ts";
import { sendLines } from "./send-lines.ts";
import { sendText } from "./send-text.ts";

/** Takes one request through a bound endpoint: guard, session, parse, handler, check, send. */
export async function serveRoute(
  dependencies: Dependencies,
  { route, context }: { route: BoundRoute; context: Context<AppVariables> },
): Promise<Response> {
  const { endpoint } = route;
  const request = context.req.raw;
  if (endpoint.method !== "GET") await guardOrigin(dependencies, { endpoint, context });
  const requestContext = await toContext(dependencies, { endpoint, context });
  if (endpoint.idempotent === true) requestContext.idempotencyKey = readIdempotencyKey(request);
  const input = parseInput(endpoint, {
    params: context.req.param(),
    query: new URL(request.url).searchParams,
    body: await readJson(request, route),
  });
  const answer = route.handle(input, requestContext);
  return send(dependencies, { endpoint, request, answer, requestContext });
}

async function guardOrigin(
  { config, refusals }: Dependencies,
  { endpoint, context }: { endpoint: Endpoint; context: Context<AppVariables> },
): Promise<void> {
  try {
    ensureSameOrigin(context.req.raw, { publicUrl: config.publicUrl });
  } catch (error) {
    const { requestId } = context.var;
    if (isAppError(error))
      await refusals.note({ code: error.code, route: `${endpoint.method} ${endpoint.path}`, requestId });
    throw error;
  }
}

async function toContext(
  dependencies: Dependencies,
  { endpoint, context }: { endpoint: Endpoint; context: Context<AppVariables> },
): Promise<RequestContext & Partial<SessionContext>> {
  const request = context.req.raw;
  // One request reads hundreds of pages side by side, and each waits for the caller's leave.
  setMaxListeners(0, request.signal);
  const base: RequestContext = {
    requestId: context.var.requestId,
    signal: request.signal,
    idempotencyKey: null,
    clientAddress: context.env.clientAddress,
    cookie: readSessionCookie(request.headers),
    responseHeaders: new Headers({ vary: "Accept-Encoding, Cookie", "cache-control": "no-store" }),
  };
  if (endpoint.access === "public") return base;
  const session = base.cookie === null ? null : await dependencies.sessions.find(base.cookie);
  if (session === null) throw new AppError("session.required", "Sign in first");
  return { ...base, session, upstream: dependencies.upstreams.for(session) };
}

function readIdempotencyKey(request: Request): string {
  const key = request.headers.get("idempotency-key") ?? "";
  if (/^[\x21-\x7e]{1,128}$/.test(key)) return key;
  throw new AppError("request.invalid", "The request does not fit this endpoint", {
    details: { issues: [{ path: "Idempotency-Key", message: "Expected 1–128 visible ASCII characters" }] },
  });
}

async function readJson(request: Request, route: BoundRoute): Promise<unknown> {
  const text = await readBody(request, { maxBytes: route.maxBodyBytes });
  // Nothing sent is judged by the schema: some calls can do without a body.
  if (route.endpoint.body !== undefined && text !== "") {
    return parseJsonBody(text, { contentType: request.headers.get("content-type") });
  }
  if (text === "") return undefined;
  throw new AppError("request.invalid", "The request does not fit this endpoint", {
    details: { issues: [{ path: "body", message: "Expected none" }] },
  });
}

async function send(
  dependencies: Dependencies,
  given: { endpoint: Endpoint; request: Request; answer: unknown; requestContext: RequestContext },
): Promise<Response> {
  const { endpoint, request, answer, requestContext } = given;
  const { requestId, responseHeaders: headers } = requestContext;
  const onBroken = (error: unknown) => {
    const route = `${endpoint.method} /api${endpoint.path}`;
    dependencies.log.error({ requestId, route, ...describeError(error) }, "a streamed answer broke off");
  };
  switch (endpoint.format) {
    case "json": {
      const text = await toCheckedText(endpoint, await answer);
      return sendJson(request, { text, status: endpoint.status, headers });
    }
    case "calendar": {
      const text = toText(checkAnswer(endpoint, await answer));
      return sendText(request, { text, contentType: "text/calendar; charset=utf-8", status: endpoint.status, headers });
    }
    case "none":
      checkAnswer(endpoint, await answer);
      return new Response(null, { status: endpoint.status, headers });
    case "json-lines":
      return sendLines(request, { endpoint, lines: toIterable(answer), headers, onBroken });
    case "events":
      dependencies.metrics.moveGauge("gantry_event_streams", 1);
      return sendEvents({
        endpoint,
        events: toIterable(answer),
        headers,
        clock: dependencies.clock,
        onBroken,
        onClosed: () => dependencies.metrics.moveGauge("gantry_event_streams", -1),
      });
  }
}

/** Answers of this format are checked to be texts. */
function toText(checked: unknown): string {
  return String(checked);
}

/** `bindStream` is the only way to bind these formats, and it takes handlers that give an iterable. */
function toIterable(answer: unknown): AsyncIterable<unknown> {
  return answer as AsyncIterable<unknown>;
}

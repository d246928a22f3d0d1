import type { Context } from "hono";
import { Hono } from "hono";
import { AppError } from "../app-error.ts";
import type { Dependencies } from "../dependencies.ts";
import { createRequestLog } from "./request-log.ts";
import { respondWithError } from "./respond-with-error.ts";
import { addSecurityHeaders } from "./security-headers.ts";
import type { BoundRoute } from "./bind.ts";
import { serveRoute } from "./serve-route.ts";
import type { StaticFiles } from "./static-files.ts";
import { createExtraRoutes } from "./extra-routes.ts";

/** What the server knows of a request beyond its `Request`. */
export type Peer = { clientAddress: string };

export type AppVariables = { Bindings: Peer; Variables: { requestId: string; route: string } };

/** A search of 256 Chinese characters, percent-encoded, still fits. */
const MAX_URL_LENGTH = 4096;

/**
 * The order that every request goes through: request id, log, security headers, then its route, whose own order is
 * same-origin guard, session, parse, handler, check (see `serve-route.ts`).
 */
export function createRouter(
  dependencies: Dependencies,
  options: { routes: readonly BoundRoute[]; files: StaticFiles | null },
): Hono<AppVariables> {
  const { clock, random, log, metrics } = dependencies;
  const logRequest = createRequestLog({ log, clock });
  const router = new Hono<AppVariables>();

  router.use("*", async (context, next) => {
    const startedAt = clock.now();
    const requestId = random.uuid();
    context.set("requestId", requestId);
    context.set("route", "unmatched");
    if (context.req.url.length > MAX_URL_LENGTH) {
      const tooLong = new AppError("request.too_large", `An address may have at most ${MAX_URL_LENGTH} characters`);
      context.res = respondWithError(tooLong, { requestId, log });
    } else {
      await next();
    }
    addSecurityHeaders(context.res.headers);
    context.res.headers.set("x-request-id", requestId);
    if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "no-store");
    const { route } = context.var;
    const durationMs = clock.now() - startedAt;
    const { method } = context.req;
    logRequest({ requestId, method, route, status: context.res.status, durationMs });
    metrics.count("gantry_http_requests_total", { route, status: context.res.status });
    metrics.observeMs("gantry_http_request_duration_ms", { route }, { durationMs });
  });

  for (const route of options.routes) {
    const path = `/api${route.endpoint.path}`;
    router.on(route.endpoint.method, path, (context) => {
      context.set("route", `${route.endpoint.method} ${path}`);
      return serveRoute(dependencies, { route, context });
    });
  }
  for (const extra of createExtraRoutes(dependencies, options.routes)) {
    router.get(extra.path, (context) => {
      context.set("route", `GET ${extra.path}`);
      return extra.answer(context.req.raw);
    });
  }
  for (const [path, methods] of methodsByPath(options.routes)) {
    router.all(path, (context) => {
      const allowed = methods.join(", ");
      const response = fail(new AppError("request.method_not_allowed", `This address takes ${allowed} only`), context);
      response.headers.set("allow", allowed);
      return response;
    });
  }
  router.all("/api/*", () => {
    throw new AppError("route.not_found", "There is nothing at this address");
  });
  router.get("*", (context) => serveFile(context, options.files));
  router.notFound((context) => fail(new AppError("route.not_found", "There is nothing at this address"), context));
  router.onError((error, context) => fail(error, context));

  function fail(error: unknown, context: Context<AppVariables>): Response {
    return respondWithError(error, { requestId: context.var.requestId, log });
  }
  return router;
}

async function serveFile(context: Context<AppVariables>, files: StaticFiles | null): Promise<Response> {
  context.set("route", "GET /*");
  const response = await files?.respond(context.req.raw);
  if (response === null || response === undefined) {
    throw new AppError("route.not_found", "There is nothing at this address");
  }
  return response;
}

function methodsByPath(routes: readonly BoundRoute[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { endpoint } of routes) {
    const path = `/api${endpoint.path}`;
    methods.set(path, [...(methods.get(path) ?? []), endpoint.method]);
  }
  return methods;
}

import { invalidParameter, REFUSALS } from "./errors.ts";
import type { IncomingCall } from "./exchange.ts";
import type { RouteMatch } from "./router.ts";
import type { Token, TokenBook } from "./tokens.ts";

/** Path and query of a call's target. The path is kept as sent, so that a doubled slash is seen. */
export function splitTarget(target: string): { path: string; query: URLSearchParams } {
  const at = target.indexOf("?");
  return at < 0
    ? { path: target, query: new URLSearchParams() }
    : { path: target.slice(0, at), query: new URLSearchParams(target.slice(at + 1)) };
}

/** The token that a call carries; refuses as the gateway does. */
export function authenticate(call: IncomingCall, tokens: TokenBook): Token {
  const text = call.headers["x-auth-token"] ?? "";
  const token = text.length < 10 || text.length > 32_768 ? undefined : tokens.find(text);
  if (token === undefined) throw REFUSALS.noAuthentication();
  if (!tokens.isAlive(token)) throw REFUSALS.tokenExpired();
  return token;
}

/** The JSON of a call. Calls with a body must say that it is JSON. */
export function readBody(call: IncomingCall, { route }: RouteMatch): unknown {
  if (route.method === "GET") return undefined;
  if (!(call.headers["content-type"] ?? "").toLowerCase().startsWith("application/json"))
    throw invalidParameter("Content-Type must be application/json");
  if (call.body === "") return undefined;
  try {
    return JSON.parse(call.body);
  } catch {
    throw invalidParameter("body is not JSON");
  }
}

import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import {
  createCodeArtsClient,
  createUpstreamFetch,
  type CodeArtsClient,
  type Fetch,
  type StartTimer,
} from "../src/index.ts";

export const PROJECT = "5192de5eb435430c8cd41c6ae6028848";
export const PLAN = "f29c3f16d5f54cbab5e167ef9eed3baf";
export const USER = "a360371833bf4c558f796fd707b44daf";
export const TOKEN = "canary-token-0123456789-abcdefghij";

export type SeenRequest = { method: string; path: string; query: URLSearchParams; headers: Headers; body: string };

/** A fetch that answers from a function and keeps what it was asked. */
export function inProcess(answer: (seen: SeenRequest) => Response | Promise<Response>) {
  const seen: SeenRequest[] = [];
  const fetch: Fetch = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    const request = {
      method: init.method ?? "GET",
      path: pathname,
      query: searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? init.body : "",
    };
    seen.push(request);
    return answer(request);
  };
  return { fetch, seen };
}

export function json(
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}

export type ClientOverrides = { token?: string; timer?: StartTimer; maxAnswerBytes?: number; endpoint?: string };

export function clientOver(
  fetch: Fetch,
  { token = TOKEN, endpoint = "http://codearts.test", ...rest }: ClientOverrides = {},
): CodeArtsClient {
  return createCodeArtsClient({ fetch, endpoint, nowMs: () => 0, token: () => token, ...rest });
}

/** Answers every call with one body. */
export function clientAnswering(body: unknown, init?: Parameters<typeof json>[1]) {
  const upstream = inProcess(() => json(body, init));
  return { client: clientOver(upstream.fetch), seen: upstream.seen };
}

/** A real server on a free port, closed with the test; `hits` counts the requests that reached it. */
export async function startUpstream(listener: (request: IncomingMessage, response: ServerResponse) => void) {
  const hits: IncomingMessage[] = [];
  const counting: RequestListener = (request, response) => {
    hits.push(request);
    listener(request, response);
  };
  const server = createServer({ maxHeaderSize: 64 * 1024 }, counting);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(stop);
  const { port } = addressOf(server);
  return { endpoint: `http://127.0.0.1:${port}`, hits, stop };
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Expected a port");
  return address;
}

/** A client on real sockets. */
export function clientTo(endpoint: string, overrides: ClientOverrides = {}): CodeArtsClient {
  const upstream = createUpstreamFetch({ connections: 4 });
  onTestFinished(() => upstream.close());
  return clientOver(upstream.fetch, { ...overrides, endpoint });
}

/** A timer that rings only when told. */
export function manualTimer() {
  const ringers = new Set<() => void>();
  const delays: number[] = [];
  const timer: StartTimer = (delayMs, ring) => {
    delays.push(delayMs);
    ringers.add(ring);
    return () => ringers.delete(ring);
  };
  return { timer, delays, ring: () => [...ringers].forEach((ring) => ring()), pending: () => ringers.size };
}

/** What a call threw; fails where it threw nothing. */
export async function thrownBy(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => {
      throw new Error("The call was expected to throw");
    },
    (error: unknown) => error,
  );
}

import { Agent, fetch } from "undici";
import type { Fetch } from "./transport/send.ts";

export type UpstreamFetchOptions = {
  /** Sockets per host. */
  connections: number;
  connectTimeoutMs?: number;
  /** Longest silence of the service; above every operation's deadline, as a last resort. */
  silenceTimeoutMs?: number;
};

/** Room for a token of 32,768 characters beside the other headers; Node's default is 16 KiB. */
const MAX_HEADER_BYTES = 64 * 1024;

/**
 * The fetch for the real service: no redirects (they would hand X-Auth-Token to another host), no pipelining
 * (a reset would then doom calls that were not at fault), nothing that retries.
 */
export function createUpstreamFetch(options: UpstreamFetchOptions): { fetch: Fetch; close: () => Promise<void> } {
  const silenceTimeoutMs = options.silenceTimeoutMs ?? 60_000;
  const agent = new Agent({
    connections: options.connections,
    pipelining: 1,
    maxHeaderSize: MAX_HEADER_BYTES,
    connect: { timeout: options.connectTimeoutMs ?? 5_000 },
    headersTimeout: silenceTimeoutMs,
    bodyTimeout: silenceTimeoutMs,
  });
  return {
    fetch: async (url, init) =>
      asStandardResponse(await fetch(url, { ...asUndiciInit(init), dispatcher: agent, redirect: "manual" })),
    close: () => agent.close(),
  };
}

type UndiciInit = NonNullable<Parameters<typeof fetch>[1]>;

/** Safe: undici's fetch is the one inside Node, typed apart; we pass strings, a plain header object and a signal. */
function asUndiciInit(init: RequestInit): UndiciInit {
  return init as UndiciInit;
}

/** Safe for the same reason: status, headers and body stream are the standard's. */
function asStandardResponse(response: Awaited<ReturnType<typeof fetch>>): Response {
  return response as unknown as Response;
}

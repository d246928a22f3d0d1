import type { Answer, Exchange, IncomingCall } from "./exchange.ts";
import { waitFor, waitForAbort } from "./wait.ts";

/** The error that fetch throws when a connection breaks. */
function connectionError(message: string, code: string): TypeError {
  return new TypeError(message, { cause: Object.assign(new Error(`read ${code}`), { code }) });
}

/** The bytes of an answer as they would come in: whole, cut, broken off, or drop by drop. */
function bodyOf({ body, delivery }: Answer, signal: AbortSignal | undefined): string | ReadableStream<Uint8Array> {
  if (delivery === undefined) return body;
  const bytes = new TextEncoder().encode(body);
  if (delivery.kind === "wrong-length" && delivery.delta <= 0)
    return new TextDecoder().decode(bytes.slice(0, delivery.delta));
  const breaksAfter = delivery.kind === "broken" ? delivery.afterBytes : bytes.length;
  const isBroken = delivery.kind !== "drip";
  let at = 0;
  return new ReadableStream({
    pull: async (controller) => {
      const step = delivery.kind === "drip" ? Math.max(1, Math.floor(delivery.bytesPerSecond / 10)) : breaksAfter;
      if (delivery.kind === "drip" && at > 0) await waitFor(100, signal);
      const end = Math.min(breaksAfter, at + step);
      if (end > at) controller.enqueue(bytes.slice(at, end));
      at = end;
      if (at < breaksAfter) return;
      if (isBroken) controller.error(connectionError("terminated", "UND_ERR_SOCKET"));
      else controller.close();
    },
  });
}

const BODILESS = new Set([204, 304]);

/**
 * The caller's own signal. A request's copy of it hears of an abort only while somebody holds the request, and a call
 * that hangs holds nothing: after a garbage collection it would hang for ever.
 */
function signalOf(input: string | URL | Request, init: RequestInit | undefined): AbortSignal | undefined {
  return init?.signal ?? (input instanceof Request ? input.signal : undefined);
}

async function toCall(request: Request, signal: AbortSignal | undefined): Promise<IncomingCall> {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    target: `${pathname}${search}`,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
    ...(signal !== undefined && { signal }),
  };
}

/** `fetch` onto the simulator, without a socket. Redirects are answered or refused, never followed. */
export function createFetch(
  exchange: (call: IncomingCall) => Promise<Exchange>,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const signal = signalOf(input, init);
    const request = new Request(input, init);
    signal?.throwIfAborted();
    const call = await toCall(request, signal);
    const result = await exchange(call);
    signal?.throwIfAborted();
    if (result.kind === "hang") return waitForAbort(signal);
    if (result.kind === "reset") throw connectionError("fetch failed", "ECONNRESET");
    const { status, headers } = result.answer;
    if (status >= 300 && status < 400 && status !== 304 && request.redirect === "error")
      throw new TypeError("fetch failed", { cause: new Error("unexpected redirect") });
    return new Response(BODILESS.has(status) ? null : bodyOf(result.answer, signal), { status, headers });
  };
}

import type { Endpoint } from "@gantry/api-contract";
import type { Clock } from "../clock.ts";
import { checkAnswer } from "./answer.ts";

/** Shorter than the minute after which proxies close a silent connection. */
const HEARTBEAT_MS = 20_000;

/** Sends server-sent events, never compressed (each must leave at once), with a heartbeat while nothing happens. */
export function sendEvents(answer: {
  endpoint: Endpoint;
  events: AsyncIterable<unknown>;
  headers: Headers;
  clock: Clock;
  onBroken: (error: unknown) => void;
  onClosed: () => void;
}): Response {
  const iterator = answer.events[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const closing = new AbortController();
  const close = () => {
    if (closing.signal.aborted) return;
    closing.abort();
    answer.onClosed();
  };
  const { headers } = answer;
  headers.set("content-type", "text/event-stream; charset=utf-8");
  headers.set("x-accel-buffering", "no");

  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      write(": hello\n\n");
      const beat = async () => {
        while (!closing.signal.aborted) {
          await answer.clock.wait(HEARTBEAT_MS, closing.signal, { isRound: true });
          write(": still here\n\n");
        }
      };
      const pump = async () => {
        for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
          if (closing.signal.aborted) return;
          write(`data: ${JSON.stringify(checkAnswer(answer.endpoint, next.value))}\n\n`);
        }
        controller.close();
      };
      // Waiting ends by the abort in `close`.
      beat().catch(() => undefined);
      pump()
        .catch((error: unknown) => {
          if (closing.signal.aborted) return;
          answer.onBroken(error);
          controller.error(new Error("The stream broke off"));
        })
        .finally(close);
    },
    cancel: async () => {
      close();
      await iterator.return?.();
    },
  });
  return new Response(body, { status: answer.endpoint.status, headers });
}

import type { Connection } from "./transport/call.ts";
import { startTimer, type StartTimer } from "./transport/deadline.ts";
import type { Fetch } from "./transport/send.ts";

/** A plan of 10,000 items in one answer is about 15 MB. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

export type ConnectionOptions = {
  /** In production `createUpstreamFetch`'s: Node's own fetch fails at 16 KiB of headers. */
  fetch: Fetch;
  /** http(s) address from the operator's configuration; a path prefix is kept. */
  endpoint: string;
  /** The clock, for `Retry-After` dates. */
  nowMs: () => number;
  timer?: StartTimer;
  maxAnswerBytes?: number;
};

export function connectionOf(options: ConnectionOptions): Connection {
  return {
    fetch: options.fetch,
    endpoint: options.endpoint,
    nowMs: options.nowMs,
    timer: options.timer ?? startTimer,
    maxAnswerBytes: options.maxAnswerBytes ?? MAX_ANSWER_BYTES,
  };
}

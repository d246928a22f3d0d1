import type { ReadOptions, Upstream } from "../upstream/gateway.ts";

/** CodeArts as one person sees it, for the time of one request or job. */
export type Reader = {
  upstream: Upstream;
  signal: AbortSignal;
};

/** How new an answer has to be: see the gateway's `ReadOptions`. */
export type Freshness = Pick<ReadOptions, "freshForMs" | "alone">;

/** How old answers about a project's make-up may be: its people, statuses, sprints and fields change seldom. */
export const LOOKUP_FRESH_MS = 30_000;

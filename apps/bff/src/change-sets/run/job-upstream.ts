import type { UpstreamCall } from "../compile/calls.ts";
import type { RowRecord } from "../ledger/records.ts";
import type { Answer, Found } from "./judge.ts";

/** What became of one write call. */
export type SendResult =
  /** It reached the service, or may have. */
  | { kind: "answered"; answerOf: (itemId: string) => Answer }
  /** Refused before the service, or no connection: send again after the wait, on fresh reads. */
  | { kind: "not-sent"; retryAfterMs: number | null; maybeSent: boolean }
  /** The token is no longer taken; nothing was done. */
  | { kind: "sign-in" };

/** What a look needs to know of a change. */
export type LookedRow = Pick<RowRecord, "itemId" | "itemType" | "field" | "to" | "toLabel" | "wire">;

/** What the items of some changes hold now. */
export type LookResult =
  | { kind: "found"; foundOf: (row: LookedRow) => Found }
  /** Nothing could be read for now. */
  | { kind: "unreadable"; retryAfterMs: number | null }
  | { kind: "sign-in" };

/** CodeArts as a job needs it, for one change set and the person who made it. Neither call throws for an upstream failure. */
export type JobUpstream = {
  /** @param options.beforeSend as for `Upstream.write`; what it throws is thrown */
  send: (call: UpstreamCall, options: { beforeSend: () => Promise<void> }) => Promise<SendResult>;
  /** Reads anew, shared with nobody: its point is to be later than a write. */
  look: (rows: readonly LookedRow[]) => Promise<LookResult>;
};

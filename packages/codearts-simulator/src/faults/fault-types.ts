/** Which calls a fault meets. Every condition given must hold. */
export type FaultCondition = {
  /** Operation name, as in the ledger: `linkIssues`, `updateIssue`, `batchUpdateIpdIssues`, … */
  operation?: string | string[];
  method?: string;
  /** Regular expression over the path, without host and query. */
  path?: string;
  /** The id stands in the path or in the body. */
  itemId?: string;
  userId?: string;
  /** Only the nth call that meets the rest, from 1. */
  nth?: number;
  /** 0–1, drawn for every call that meets the rest. */
  probability?: number;
  /** Fires so often and is spent then. Default: for ever. */
  times?: number;
};

/** What goes wrong. Unless said otherwise the work is not done. */
export type FaultAction =
  /** Any answer; with `afterWork` the work is done first. A body that is no text is sent as JSON. */
  | { kind: "status"; status: number; body?: unknown; headers?: Record<string, string>; afterWork?: boolean }
  | { kind: "delay"; ms: number }
  | { kind: "hang"; afterWork?: boolean }
  /** Waits before any work until the rule is removed, or all are cleared. */
  | { kind: "hold" }
  | { kind: "reset-before-work" }
  | { kind: "reset-after-work" }
  /** Work done, half of the answer sent, then the connection fails. */
  | { kind: "reset-mid-body" }
  /** Work done, the answer is cut but ends as if it were whole. */
  | { kind: "truncate"; keepBytes?: number }
  /** Work done, content-length off by `delta`. In process: the body is cut (−) or breaks off (+). */
  | { kind: "wrong-content-length"; delta: number }
  /** Work done, the answer comes in so many bytes a second. */
  | { kind: "drip"; bytesPerSecond: number }
  | { kind: "html"; status?: number; afterWork?: boolean }
  /** HTTP 200 with `status:"error"` (Scrum) or `"failed"` (IPD). */
  | { kind: "status-error"; afterWork?: boolean }
  /** Answers as if the work were done; nothing is. */
  | { kind: "nothing-changed" }
  /** These ids, or a share of them, are refused; the rest is done. Linking leaves them out without a word. */
  | { kind: "partial-failure"; itemIds?: string[]; share?: number }
  /** Reads answer from before the last writes (default 1), or as things stood `ageMs` ago. */
  | { kind: "stale-read"; writesBack?: number; ageMs?: number }
  | { kind: "too-many-requests"; retryAfter?: string }
  | { kind: "called-too-often" }
  | { kind: "busy-before-work" }
  | { kind: "busy-after-work" }
  /** Ends the token of this call, or all tokens, before the call is looked at. */
  | { kind: "expire-token"; all?: boolean }
  | { kind: "redirect"; location: string; status?: number }
  | { kind: "empty-body" }
  /** Work done; the answer holds the caller's token. */
  | { kind: "echo-token" }
  /** Work done; the answer is padded to so many bytes. */
  | { kind: "huge-body"; bytes: number };

export type FaultKind = FaultAction["kind"];

export type FaultRule = { when?: FaultCondition; do: FaultAction };

export type FaultHandle = { id: number; fired: () => number; remove: () => void };

/** A dial of rules; all rules that a call meets fire, in the order in which they were added. */
export type FaultDial = {
  add: (rule: FaultRule) => FaultHandle;
  clear: () => void;
  list: () => (FaultRule & { id: number; fired: number })[];
};

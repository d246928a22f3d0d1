/** One write that was applied. Refused calls, no-ops by fault and reads leave none. */
export type LedgerEntry = {
  seq: number;
  /** Epoch ms by the simulator's clock. */
  at: number;
  operation: string;
  userId: string;
  requestId: string;
  projectId: string;
  planId?: string;
  itemIds: string[];
  /** What was asked for, as it came on the wire. */
  fields: Record<string, unknown>;
  /** Items to which it was applied: `itemIds.length`. */
  applied: number;
};

/** One request that came in, whatever became of it. */
export type ReceivedCall = {
  at: number;
  requestId: string;
  operation: string;
  method: string;
  path: string;
  userId: string | null;
  /** HTTP status sent; 0 = none (reset or hang), null = still under way. */
  status: number | null;
};

export type Ledger = {
  all: () => LedgerEntry[];
  /** How often writes were applied to an item; a repeated write counts again, even when it changed nothing. */
  timesApplied: (itemId: string, only?: { operation?: string; field?: string; planId?: string }) => number;
  /** Requests received for an operation, the refused ones included. */
  calls: (operation: string) => number;
  received: () => ReceivedCall[];
  /** Hears of every request as it comes in, until the function that it returns is called. */
  onReceived: (hear: (call: ReceivedCall) => void) => () => void;
};

export type LedgerBook = Ledger & {
  record: (entry: Omit<LedgerEntry, "seq" | "applied">) => LedgerEntry;
  /** Strikes the entries after a mark: their writes were rolled back. */
  mark: () => number;
  strikeAfter: (mark: number) => void;
  receive: (call: Omit<ReceivedCall, "status">) => ReceivedCall;
  clear: () => void;
};

const RECEIVED_LIMIT = 200_000;

export function createLedger(): LedgerBook {
  let entries: LedgerEntry[] = [];
  let received: ReceivedCall[] = [];
  const byOperation = new Map<string, number>();
  const listeners = new Set<(call: ReceivedCall) => void>();
  return {
    all: () => [...entries],
    timesApplied: (itemId, only = {}) =>
      entries.filter(
        (entry) =>
          entry.itemIds.includes(itemId) &&
          (only.operation === undefined || entry.operation === only.operation) &&
          (only.planId === undefined || entry.planId === only.planId) &&
          (only.field === undefined || only.field in entry.fields),
      ).length,
    calls: (operation) => byOperation.get(operation) ?? 0,
    received: () => [...received],
    onReceived: (hear) => {
      const listener = (call: ReceivedCall) => hear(call);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    record: (entry) => {
      const written = { ...entry, seq: entries.length + 1, applied: entry.itemIds.length };
      entries.push(written);
      return written;
    },
    mark: () => entries.length,
    strikeAfter: (mark) => {
      entries.length = mark;
    },
    receive: (call) => {
      const open: ReceivedCall = { ...call, status: null };
      if (received.length >= RECEIVED_LIMIT) received = received.slice(RECEIVED_LIMIT / 2);
      received.push(open);
      byOperation.set(call.operation, (byOperation.get(call.operation) ?? 0) + 1);
      for (const hear of listeners) hear(open);
      return open;
    },
    clear: () => {
      entries = [];
      received = [];
      byOperation.clear();
    },
  };
}

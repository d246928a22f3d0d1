type Change = { apply: () => void; revert: () => void };
type Transaction = { at: number; changes: Change[] };

/** Remembers writes so that they can be taken back, or looked behind for a stale read. */
export type Journal = {
  /** Makes a change inside the transaction under way (or as one of its own). */
  change: (change: Change) => void;
  /** Groups the changes of one call. */
  transaction: <T>(run: () => T) => T;
  /** Takes the last transaction back; does nothing when `run` of it changed nothing. */
  rollBack: (mark: number) => void;
  mark: () => number;
  /** Reads as things stood before the last `writesBack` transactions, or at an instant. */
  readBefore: <T>(before: { writesBack?: number; at?: number }, read: () => T) => T;
  clear: () => void;
};

const REMEMBERED_TRANSACTIONS = 2_000;

export function createJournal(now: () => number): Journal {
  let done: Transaction[] = [];
  let struck = 0;
  let open: Transaction | null = null;

  const remember = (transaction: Transaction) => {
    if (transaction.changes.length === 0) return;
    done.push(transaction);
    if (done.length > REMEMBERED_TRANSACTIONS * 2) {
      struck += done.length - REMEMBERED_TRANSACTIONS;
      done = done.slice(-REMEMBERED_TRANSACTIONS);
    }
  };
  const revert = (transactions: Transaction[]) => {
    for (const transaction of transactions.toReversed())
      for (const change of transaction.changes.toReversed()) change.revert();
  };

  return {
    change: (change) => {
      change.apply();
      if (open === null) remember({ at: now(), changes: [change] });
      else open.changes.push(change);
    },
    transaction: (run) => {
      if (open !== null) return run();
      const transaction: Transaction = { at: now(), changes: [] };
      open = transaction;
      try {
        return run();
      } finally {
        open = null;
        remember(transaction);
      }
    },
    mark: () => struck + done.length,
    rollBack: (mark) => {
      revert(done.splice(mark - struck));
    },
    readBefore: (before, read) => {
      const from =
        before.at === undefined
          ? Math.max(0, done.length - (before.writesBack ?? 1))
          : done.findIndex((transaction) => transaction.at > (before.at ?? 0));
      const newer = from < 0 ? [] : done.slice(from);
      revert(newer);
      try {
        return read();
      } finally {
        for (const transaction of newer) for (const change of transaction.changes) change.apply();
      }
    },
    clear: () => {
      done = [];
      struck = 0;
    },
  };
}

import type { LedgerEntry, Simulator } from "@gantry/codearts-simulator";

/** What CodeArts has applied since a moment of the journey. */
export type LedgerSince = {
  /** Writes, oldest first, all or those of one operation. */
  writes: (operation?: string) => LedgerEntry[];
  /** Item and field of everything that was applied more than once. */
  twice: () => string[];
  /** From here on. */
  restart: () => void;
};

export function ledgerFromNow({ ledger }: Simulator): LedgerSince {
  let mark = ledger.all().length;
  const writes = (operation?: string) =>
    ledger
      .all()
      .slice(mark)
      .filter((entry) => operation === undefined || entry.operation === operation);
  return {
    writes,
    twice: () => {
      const times = new Map<string, number>();
      for (const { itemIds, fields, operation } of writes())
        for (const itemId of itemIds)
          for (const field of Object.keys(fields)) {
            const key = `${operation} ${itemId} ${field}`;
            times.set(key, (times.get(key) ?? 0) + 1);
          }
      return [...times].filter(([, count]) => count > 1).map(([key]) => key);
    },
    restart: () => {
      mark = ledger.all().length;
    },
  };
}

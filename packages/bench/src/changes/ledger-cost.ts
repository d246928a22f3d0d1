import { measureLedgerCost } from "@gantry/bff/ledger-cost";
import { printTable, ratio } from "../table.ts";

/** What writing down each call costs, beside bare commits of one row on the same disk. */
export async function benchLedgerCost(): Promise<void> {
  const costs = await measureLedgerCost([1, 50, 100]);
  printTable(
    "The ledger on the embedded store: intent and outcomes of a write call, two commits",
    costs.map(({ itemsPerCall, calls, perCallMs, bareMs }) => ({
      "items a call": itemsPerCall,
      calls,
      "ms a call": perCallMs.toFixed(2),
      "two bare commits, ms": bareMs.toFixed(2),
      ratio: ratio(perCallMs, bareMs),
    })),
  );
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertChangeSet } from "../src/change-sets/ledger/create.ts";
import type { Lease } from "../src/change-sets/ledger/lease.ts";
import { settle } from "../src/change-sets/ledger/progress.ts";
import { readRows } from "../src/change-sets/ledger/read.ts";
import { beginSend } from "../src/change-sets/ledger/send.ts";
import { openDatabase } from "../src/database/open-sqlite.ts";
import type { Store } from "../src/database/store.ts";
import { CHANGE_SET_ID, leaseOf, newChangeSet, newRow } from "../test/change-sets/stored-change-set.ts";

export type LedgerCost = {
  /** Items that one write call carries. */
  itemsPerCall: number;
  calls: number;
  /** Mean time of a call's two transactions: its intent, and its outcomes. */
  perCallMs: number;
  /** Mean time of two bare commits of one row on the same disk, taken in turns with the calls. */
  bareMs: number;
};

const VERDICT = { outcome: "applied", reason: "read-back-confirmed" } as const;
const ITEMS = 10_000;

/** What the ledger of a job of 10,000 items costs on the embedded store, for calls of these sizes. */
export async function measureLedgerCost(sizes: readonly number[]): Promise<LedgerCost[]> {
  const costs: LedgerCost[] = [];
  for (const itemsPerCall of sizes) costs.push(await measure(itemsPerCall));
  return costs;
}

async function measure(itemsPerCall: number): Promise<LedgerCost> {
  const folder = mkdtempSync(join(tmpdir(), "gantry-ledger-"));
  const store = await openDatabase(folder, { now: Date.now, pid: process.pid });
  try {
    const lease = await openJob(store);
    const rows = await readRows(store.database, { changeSetId: CHANGE_SET_ID, outcomes: ["queued"] });
    const calls = Math.min(1_000, ITEMS / itemsPerCall);
    const spent = { callsMs: 0, bareMs: 0 };
    for (let call = 0; call < calls; call += 1) {
      const carried = rows.slice(call * itemsPerCall, (call + 1) * itemsPerCall);
      const startedAt = performance.now();
      await beginSend(lease, { intent: { operation: "updateItem", rows: carried }, at: Date.now() });
      const settlements = carried.map(({ position, itemId }) => ({ position, itemId, verdict: VERDICT }));
      await settle(lease, { settlements, at: Date.now() });
      const sentAt = performance.now();
      await commitOneRow(store, `${call} intent`);
      await commitOneRow(store, `${call} outcome`);
      spent.callsMs += sentAt - startedAt;
      spent.bareMs += performance.now() - sentAt;
    }
    return { itemsPerCall, calls, perCallMs: spent.callsMs / calls, bareMs: spent.bareMs / calls };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openJob(store: Store): Promise<Lease> {
  const rows = Array.from({ length: ITEMS }, (_, position) =>
    newRow(position, {
      itemId: String(9_000_000 + position),
      itemTitle: `Work item ${position}`,
      field: "end",
      from: "2026-11-20",
      to: "2026-12-18",
      wire: { call: "scrum-update", attribute: "end_time", value: "2026-12-18" },
    }),
  );
  await insertChangeSet(store, { record: newChangeSet(ITEMS, { fields: ["end"] }), rows, requestId: "request" });
  return leaseOf(store, { holder: "bench" });
}

async function commitOneRow({ database }: Store, name: string): Promise<void> {
  await database.insertInto("settings").values({ name, value: "1" }).execute();
}

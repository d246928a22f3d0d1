import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LINK_FIELD, type AgreedChange, type ChangeSet } from "@gantry/api-contract";
import type { Simulator } from "@gantry/codearts-simulator";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifyAudit } from "../src/audit/verify.ts";
import { openDatabase } from "../src/database/open-sqlite.ts";
import { auditLinesOf } from "./change-sets/audit-check.ts";
import { createGate, type Gate } from "./change-sets/gate.ts";
import {
  create,
  createJobClock,
  openBench,
  resultsOf,
  scrumPlace,
  settled,
  type Bench,
} from "./change-sets/harness.ts";
import { createTestApp } from "./test-app.ts";

const ITEMS = 40;
const WANTED = 41;

let folders: string[];
let gate: Gate;
beforeEach(() => {
  folders = ["before", "after"].map((name) => mkdtempSync(join(tmpdir(), `gantry-backup-${name}-`)));
  gate = createGate();
});
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Wanted = { projectId: string; planId: string; changes: AgreedChange[] };

/** Progress of some items, and links of others to a plan. */
function jobOf(simulator: Simulator): Wanted {
  const { projectId, planId, spareIds } = scrumPlace(simulator);
  const changes = spareIds.slice(0, ITEMS).map((itemId, index): AgreedChange => {
    const from = simulator.store.scrumItem(itemId)?.doneRatio ?? 0;
    return index % 4 === 0
      ? { itemId, field: LINK_FIELD, from: null, to: planId }
      : { itemId, field: "progress", from, to: WANTED };
  });
  return { projectId, planId, changes };
}

/** Starts the job on a server, and copies its store when so many of its writes have left. */
async function copyInMidJob(bench: Bench, { job, writes }: { job: Wanted; writes: number }): Promise<ChangeSet> {
  gate.shut(/\/issues\/\d+$|\/issue$/, { letThrough: writes });
  const changeSet = await create(bench.browser, { input: { origin: "edit", ...job } });
  await gate.held(1);
  const copy = join(folders[1] ?? "", "gantry.db");
  await sql`vacuum into ${copy}`.execute(bench.dependencies.database);
  return changeSet;
}

test.each([0, 3, 9, 17, 26])(
  "a backup that was taken after %i writes of a job lets it go on where CodeArts is: nothing is sent twice",
  async (writes) => {
    const first = createJobClock();
    const store = await openDatabase(folders[0] ?? "", { now: first.now, pid: process.pid });
    const bench = await openBench({ clock: first, wrapFetch: gate.wrapFetch, store });
    const { simulator } = bench;
    const job = jobOf(simulator);
    const { id } = await copyInMidJob(bench, { job, writes });
    gate.open();
    const done = await settled(bench, id);
    expect(done.counts).toMatchObject({ applied: ITEMS });
    const head = (await auditLinesOf(store.database)).at(-1);
    await bench.close();
    await store.close();
    // Since then somebody has changed one of the items, which the backup knows as still to be written.
    const changedSince = job.changes.findLast(({ field }) => field === "progress")?.itemId ?? "";
    simulator.store.patchScrumItem(Number(changedSince), { doneRatio: 77 });
    const before = simulator.ledger.all().length;

    const clock = createJobClock();
    clock.advanceBy(3_600_000);
    const restoredStore = await openDatabase(folders[1] ?? "", { now: clock.now, pid: process.pid });
    const restored = await createTestApp({
      clock,
      store: restoredStore,
      wrapFetch: () => (url, init) => simulator.fetch(url, init),
    });
    const browser = await restored.signIn();
    const ended = await settled({ ...restored, browser }, id);
    const results = await resultsOf(browser, id);
    const lines = await auditLinesOf(restoredStore.database);
    await restored.close();
    await restoredStore.close();

    expect(simulator.ledger.all().length).toBe(before);
    for (const { itemId, field } of results) {
      const only = field === LINK_FIELD ? { operation: "linkIssues" } : { field: "done_ratio" };
      expect(simulator.ledger.timesApplied(itemId, only)).toBe(1);
    }
    expect(simulator.store.scrumItem(changedSince)?.doneRatio).toBe(77);
    expect(results.find(({ itemId }) => itemId === changedSince)).toMatchObject({ outcome: "conflict" });
    const { applied = 0, unchanged = 0 } = ended.counts;
    expect(ended.counts).toMatchObject({ conflict: 1, failed: 0, unknown: 0, queued: 0, sending: 0 });
    expect(applied + unchanged).toBe(ITEMS - 1);
    // The chain goes on from the backup; the end that was noted before the restore tells that something is missing.
    expect(await verifyAudit(lines)).toMatchObject({ isIntact: true });
    const notedHeads = head !== undefined && "head" in head ? [head.head] : [];
    expect(await verifyAudit(lines, { notedHeads })).toMatchObject({ isIntact: false });
  },
);

import type { UpstreamCall } from "../compile/calls.ts";
import { compile } from "../compile/compile.ts";
import { readEarlierOpenFields } from "../ledger/earlier-fields.ts";
import { setState } from "../ledger/progress.ts";
import { readRows } from "../ledger/read.ts";
import type { RowRecord } from "../ledger/records.ts";
import { settleAll } from "../lists.ts";
import { toBlocks } from "./blocks.ts";
import { isHalted, type Halt, type Job } from "./job.ts";
import { readsOf } from "./reads-of.ts";
import { MOST_CRASHES, recover } from "./recover.ts";
import { createRelay } from "./relay.ts";
import { runBlock } from "./run-block.ts";

/** Blocks of one change set at a time: one sends, the next looks, others are read back. */
const BLOCKS_AT_ONCE = 4;

/**
 * Goes once over what a change set still has to do: reads back what was being sent when a process ended, and meanwhile
 * works off what is queued, unless it is paused.
 * @returns why it ended; `done` = nothing to do at the moment
 */
export async function goOver(job: Job): Promise<Halt> {
  const { record, store } = job.lease;
  const open = await readRows(store.database, { changeSetId: record.id, outcomes: ["queued", "sending"] });
  const sending = open.filter((row) => row.outcome === "sending");
  const queued = record.state === "paused" ? [] : open.filter((row) => row.outcome === "queued");
  const [recovered = DONE, worked = DONE] = await settleAll([
    haltingAll(job, () => recover(job, sending)),
    haltingAll(job, () => workOff(job, queued)),
  ]);
  if (job.signal.aborted) return { kind: "stopping" };
  return recovered.kind === "done" ? worked : recovered;
}

const DONE: Halt = { kind: "done" };

/** What makes one part stop keeps the others from sending; what they have sent is still read back. */
async function haltingAll(job: Job, work: () => Promise<Halt>): Promise<Halt> {
  try {
    const halt = await work();
    if (halt.kind !== "done" && halt.kind !== "blocked") job.halt ??= halt;
    return halt;
  } catch (error) {
    job.halt ??= { kind: "again" };
    throw error;
  }
}

/** Changes that an earlier change set of the same person still has to write wait for that one. */
async function workOff(job: Job, queued: readonly RowRecord[]): Promise<Halt> {
  if (queued.length === 0) return DONE;
  const { record, store } = job.lease;
  const { owner, projectId, planId } = record;
  const earlier = await readEarlierOpenFields(store.database, record);
  const ready = queued.filter((row) => !earlier.has(`${row.itemId}/${row.field}`));
  if (ready.length === 0) return { kind: "blocked" };
  const suspects = compile(ready.filter(isSuspect));
  const others = compile(ready.filter((row) => !isSuspect(row)));
  const calls = [...others, ...suspects];
  await setState(job.lease, { state: "running", callsPlanned: record.callsSent + calls.length });
  job.onProgress({ applied: false });
  const { pageSize } = job.pace;
  const looksAtPlan = planId !== null && job.pace.looksAtPlan({ ...owner, projectId, planId });
  job.pace.expect(record.id, calls.length + readsOf(calls, { pageSize, onPlan: null, looksAtPlan }));
  try {
    await runBlocks(job, { rows: ready, blocks: toBlocks(others), atOnce: BLOCKS_AT_ONCE });
    await runBlocks(job, { rows: ready, blocks: suspects.map((call) => [call]), atOnce: 1 });
  } finally {
    job.pace.expect(record.id, 0);
  }
  return job.halt ?? DONE;
}

/** Goes last and alone, so that a further crash is surely its own and not a neighbour's. */
function isSuspect(row: RowRecord): boolean {
  return row.crashes >= MOST_CRASHES - 1;
}

async function runBlocks(
  job: Job,
  options: { rows: readonly RowRecord[]; blocks: readonly UpstreamCall[][]; atOnce: number },
): Promise<void> {
  const byPosition = new Map(options.rows.map((row) => [row.position, row]));
  const left = [...options.blocks];
  const relay = createRelay();
  const work = async () => {
    for (let block = left.shift(); block !== undefined; block = left.shift()) {
      if (isHalted(job)) return;
      const rows = block.flatMap((call) => call.positions.flatMap((position) => byPosition.get(position) ?? []));
      const leg = relay.join();
      try {
        await haltingAll(job, () => runBlock(job, { rows, leg }));
      } finally {
        leg.letLook();
        leg.letSend();
      }
    }
  };
  await settleAll(Array.from({ length: Math.min(options.atOnce, left.length) }, work));
}

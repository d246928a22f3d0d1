import { compile } from "../compile/compile.ts";
import { readEarlierOpenFields, setState } from "../ledger/progress.ts";
import { readRows } from "../ledger/read.ts";
import type { RowRecord } from "../ledger/records.ts";
import { chunk, settleAll } from "../lists.ts";
import { toBlocks } from "./blocks.ts";
import { isHalted, type Halt, type Job } from "./job.ts";
import type { Answer } from "./judge.ts";
import { runBlock } from "./run-block.ts";
import { verify } from "./verify.ts";

/** Blocks of one change set at a time, so that reading one back overlaps sending the next. */
const BLOCKS_AT_ONCE = 3;
/** Rows read back together after a crash. */
const ROWS_PER_RECOVERY = 100;
const LOST_ANSWER: Answer = { kind: "doubt", code: null, message: null };

/**
 * Goes once over what a change set still has to do: first reads back what was being sent when the process ended, then
 * works off what is queued. Changes that an earlier change set of the same person still has to write wait for that one.
 * @returns why it ended; `done` = nothing to do at the moment
 */
export async function goOver(job: Job): Promise<Halt> {
  const changeSetId = job.record.id;
  const unsettled = await readRows(job.database, { changeSetId, outcomes: ["sending"] });
  for (const rows of chunk(unsettled, ROWS_PER_RECOVERY)) {
    const halt = await verify(
      job,
      rows.map((row) => ({ row, answer: LOST_ANSWER })),
    );
    if (halt.kind !== "done") return halt;
  }
  const queued = await readRows(job.database, { changeSetId, outcomes: ["queued"] });
  const earlier = await readEarlierOpenFields(job.database, {
    owner: job.record.owner,
    projectId: job.record.projectId,
    beforeSequence: job.record.sequence,
  });
  const ready = queued.filter((row) => !earlier.has(`${row.itemId}/${row.field}`));
  if (ready.length === 0) return { kind: queued.length === 0 ? "done" : "blocked" };
  const calls = compile(ready);
  const callsPlanned = job.record.callsSent + calls.length;
  await setState(job.database, { changeSetId, state: "running", callsPlanned });
  job.onProgress({ applied: false });
  const byPosition = new Map(ready.map((row) => [row.position, row]));
  const blocks = toBlocks(calls).map((block) =>
    block.flatMap((call) => call.positions.flatMap((position) => byPosition.get(position) ?? [])),
  );
  return runBlocks(job, blocks);
}

async function runBlocks(job: Job, blocks: readonly RowRecord[][]): Promise<Halt> {
  const left = [...blocks];
  const work = async () => {
    for (let block = left.shift(); block !== undefined; block = left.shift()) {
      if (isHalted(job)) return;
      try {
        const halt = await runBlock(job, block);
        if (halt.kind !== "done") job.halt ??= halt;
      } catch (error) {
        // The others send nothing more; what they have sent is still read back before the job starts over.
        job.halt ??= { kind: "wait", retryAfterMs: null };
        throw error;
      }
    }
  };
  await settleAll(Array.from({ length: Math.min(BLOCKS_AT_ONCE, blocks.length) }, work));
  if (job.signal.aborted) return { kind: "stopping" };
  return job.halt ?? { kind: "done" };
}

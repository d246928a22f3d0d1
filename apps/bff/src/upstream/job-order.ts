/** Every so many turns the one that has waited longest goes first, whatever it has left: nobody starves. */
const FAIR_TURN = 4;

type Waiting<Call> = { calls: Call[]; servedAt: number };

/** Calls of jobs that wait, and which of them is next. */
export type JobOrder<Call> = {
  add: (job: string, call: Call, options: { isRead: boolean }) => void;
  /** Takes the next call out. */
  next: () => Call | null;
  remove: (call: Call) => void;
  size: () => number;
  /** How many calls a job still has to make, those that wait included; forgotten at 0. */
  expect: (job: string, calls: number) => void;
  expected: () => ReadonlyMap<string, number>;
};

/**
 * The job with the fewest calls left goes first, so that small ones overtake large ones; every fourth turn belongs to
 * the job that was served longest ago. Within a job reads go before writes: they are few, and writes wait for them.
 */
export function createJobOrder<Call>(): JobOrder<Call> {
  const waiting = new Map<string, Waiting<Call>>();
  const left = new Map<string, number>();
  /** Reads that stand at the head of each job's calls. */
  const reads = new Map<string, number>();
  let turns = 0;
  let size = 0;

  const pick = (): string | null => {
    let best: string | null = null;
    const isFairTurn = (turns + 1) % FAIR_TURN === 0;
    const weightOf = (job: string, { calls, servedAt }: Waiting<Call>) =>
      isFairTurn ? servedAt : (left.get(job) ?? calls.length);
    let least = Number.POSITIVE_INFINITY;
    for (const [job, entry] of waiting) {
      const weight = weightOf(job, entry);
      if (weight >= least) continue;
      least = weight;
      best = job;
    }
    return best;
  };

  const drop = (job: string, index: number) => {
    const entry = waiting.get(job);
    if (entry === undefined) return;
    entry.calls.splice(index, 1);
    size -= 1;
    const readsLeft = (reads.get(job) ?? 0) - (index < (reads.get(job) ?? 0) ? 1 : 0);
    if (readsLeft > 0) reads.set(job, readsLeft);
    else reads.delete(job);
    if (entry.calls.length === 0) waiting.delete(job);
  };

  return {
    add: (job, call, { isRead }) => {
      const entry = waiting.get(job) ?? { calls: [], servedAt: turns };
      waiting.set(job, entry);
      size += 1;
      if (!isRead) {
        entry.calls.push(call);
        return;
      }
      const readsBefore = reads.get(job) ?? 0;
      entry.calls.splice(readsBefore, 0, call);
      reads.set(job, readsBefore + 1);
    },
    next: () => {
      const job = pick();
      const entry = job === null ? undefined : waiting.get(job);
      const call = entry?.calls[0];
      if (job === null || entry === undefined || call === undefined) return null;
      turns += 1;
      entry.servedAt = turns;
      drop(job, 0);
      const callsLeft = (left.get(job) ?? 0) - 1;
      if (callsLeft > 0) left.set(job, callsLeft);
      return call;
    },
    remove: (call) => {
      for (const [job, { calls }] of waiting) {
        const index = calls.indexOf(call);
        if (index >= 0) drop(job, index);
      }
    },
    size: () => size,
    expect: (job, calls) => {
      if (calls > 0) left.set(job, calls);
      else left.delete(job);
    },
    expected: () => left,
  };
}

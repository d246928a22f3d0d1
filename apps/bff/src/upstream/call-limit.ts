import type { Clock } from "../clock.ts";
import { createJobOrder } from "./job-order.ts";
import type { Urgency } from "./turn-book.ts";
import type { Turn, Turns } from "./turns.ts";

type CallOptions = {
  /** Leaves the queue when it aborts. */
  signal: AbortSignal;
  /** The job whose call it is; null = a person waits for it, so it goes before all jobs. */
  job: string | null;
  isRead: boolean;
};

export type CallLimit = {
  /** Runs the work when its turn comes. Rejects with the signal's reason when that aborts while it waits. */
  run: <T>(work: (turn: Turn) => Promise<T>, options: CallOptions) => Promise<T>;
  /** How many calls a job still has to make: the one with the fewest goes first. 0 = it is over. */
  expect: (job: string, calls: number) => void;
  /** Calls that wait for their turn here. */
  queued: () => number;
  underWay: () => number;
  /** Calls that each known job still has to make. */
  expected: () => ReadonlyMap<string, number>;
};

type Call = { start: (turn: Turn) => void; fail: (reason: unknown) => void };

/** So many calls at once and so many a second: people's first, then the smallest job's. */
export function createCallLimit({
  turns,
  clock,
  leadMs,
}: {
  turns: Turns;
  clock: Clock;
  /** How long before its turn is due a job's call is started, since it takes so long to be prepared. */
  leadMs: () => number;
}): CallLimit {
  const people: Call[] = [];
  const jobs = createJobOrder<Call>();
  let underWay = 0;
  let jobsUnderWay = 0;
  let alarm: { at: number; stop: AbortController } | null = null;

  /** Whose call may start now, as far as calls at once go; one is always left to people. */
  const nextUrgency = (): Urgency | null => {
    const concurrency = turns.concurrency();
    if (underWay >= concurrency) return null;
    if (people.length > 0) return "person";
    return jobs.size() > 0 && jobsUnderWay < Math.max(1, concurrency - 1) ? "job" : null;
  };

  const pump = () => {
    for (let urgency = nextUrgency(); urgency !== null; urgency = nextUrgency()) {
      const startable = Math.min(people.length + jobs.size(), turns.concurrency() - underWay);
      const next = turns.nextAt(urgency, startable);
      if (next === null) return;
      const { dueAt, isSure } = next;
      const startAt = dueAt - (urgency === "job" && isSure ? leadMs() : 0);
      if (startAt > clock.now()) {
        wakeAt(startAt);
        return;
      }
      const call = urgency === "person" ? people.shift() : jobs.next();
      if (call === undefined || call === null) return;
      call.start(turns.take(dueAt));
    }
  };

  const wakeAt = (at: number) => {
    if (alarm !== null && alarm.at <= at) return;
    alarm?.stop.abort();
    const stop = new AbortController();
    alarm = { at, stop };
    clock.wait(at - clock.now(), stop.signal).then(
      () => {
        alarm = null;
        pump();
      },
      () => undefined,
    );
  };

  turns.onNews((failure) => {
    if (failure !== undefined) {
      const lost = people.splice(0);
      for (let call = jobs.next(); call !== null; call = jobs.next()) lost.push(call);
      for (const { fail } of lost) fail(failure);
    }
    alarm?.stop.abort();
    alarm = null;
    pump();
  });

  const enter = ({ signal, job, isRead }: CallOptions) =>
    new Promise<Turn>((resolve, reject) => {
      const onAbort = () => {
        if (job === null) people.splice(people.indexOf(call), 1);
        else jobs.remove(call);
        reject(signal.reason);
      };
      const call: Call = {
        start: (turn) => {
          signal.removeEventListener("abort", onAbort);
          underWay += 1;
          if (job !== null) jobsUnderWay += 1;
          resolve(turn);
        },
        fail: (reason) => {
          signal.removeEventListener("abort", onAbort);
          reject(reason);
        },
      };
      signal.addEventListener("abort", onAbort, { once: true });
      if (job === null) people.push(call);
      else jobs.add(job, call, { isRead });
      pump();
    });

  return {
    run: async (work, options) => {
      options.signal.throwIfAborted();
      const turn = await enter(options);
      try {
        return await work(turn);
      } finally {
        // Of work that did not tell when its call arrived: not later than now, if at all.
        turn.noteArrival(clock.now());
        underWay -= 1;
        if (options.job !== null) jobsUnderWay -= 1;
        pump();
      }
    },
    expect: jobs.expect,
    queued: () => people.length + jobs.size(),
    underWay: () => underWay,
    expected: jobs.expected,
  };
}

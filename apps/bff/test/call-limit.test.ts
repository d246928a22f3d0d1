import { setMaxListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { createArrivals } from "../src/upstream/arrivals.ts";
import { type CallLimit, createCallLimit } from "../src/upstream/call-limit.ts";
import { createLocalTurns, type Turn } from "../src/upstream/turns.ts";
import { createSteppingClock } from "./stepping-clock.ts";
import { createAppClock } from "./test-clock.ts";

const { signal } = new AbortController();
setMaxListeners(0, signal);
const settle = () => new Promise((resolve) => setImmediate(resolve));
const person = { signal, job: null, isRead: true };
const write = (job: string) => ({ signal, job, isRead: false });

function createLimit({ concurrency = 100, ratePerSecond = 1000 } = {}) {
  const clock = createAppClock(0);
  const turns = createLocalTurns({ bounds: { concurrency, ratePerSecond }, clock });
  /** When each turn was taken; the clock may have gone on by the time that the work begins. */
  const takenAt: number[] = [];
  const take = () => {
    takenAt.push(clock.now());
    return turns.take(clock.now());
  };
  return { limit: createCallLimit({ turns: { ...turns, take }, clock, leadMs: () => 0 }), clock, turns, takenAt };
}

/** Sends so many calls at once at 20 a second, each over a way of its own there and the same way back. */
async function send(calls: number, { options, wayMs = () => 0, timers = "whole" }: SendOptions) {
  const clock = createSteppingClock(0, { timers });
  const turns = createLocalTurns({ bounds: { concurrency: 100, ratePerSecond: 20 }, clock });
  const limit = createCallLimit({ turns, clock, leadMs: () => 0 });
  const arrivalOf = createArrivals();
  const leftAt: number[] = [];
  const arrivedAt: number[] = [];
  const work = (index: number) => async (turn: Turn) => {
    const sentAt = clock.now();
    leftAt.push(sentAt);
    const oneWayMs = wayMs(index);
    await clock.wait(oneWayMs);
    arrivedAt.push(clock.exactly());
    await clock.wait(oneWayMs);
    turn.noteArrival(arrivalOf({ sentAt, answeredAt: clock.now() }));
  };
  await clock.runUntil(Promise.all(Array.from({ length: calls }, (_, index) => limit.run(work(index), options))));
  return { leftAt, arrivedAt };
}

type SendOptions = {
  options: Parameters<CallLimit["run"]>[1];
  wayMs?: (index: number) => number;
  timers?: "whole" | "early";
};

/** The same numbers from 0 to 1 each time. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const doNothing = async () => undefined;

function deferred() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** The most calls in any second, whenever that begins. */
function mostInASecond(sentAt: readonly number[]): number {
  return Math.max(...sentAt.map((start) => sentAt.filter((at) => at >= start && at < start + 1000).length));
}

describe("calls at once and a second", () => {
  it("lets no more than so many run at once, and the rest in the order in which they came", async () => {
    const { limit } = createLimit({ concurrency: 2 });
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const work = (index: number) => async () => {
      started.push(index);
      await new Promise<void>((resolve) => ends.push(resolve));
    };
    const all = Promise.all([0, 1, 2, 3].map((index) => limit.run(work(index), person)));
    await settle();
    expect(started).toEqual([0, 1]);
    expect(limit.queued()).toBe(2);
    ends.shift()?.();
    await settle();
    expect(started).toEqual([0, 1, 2]);
    ends.shift()?.();
    await settle();
    expect(started).toEqual([0, 1, 2, 3]);
    for (const end of ends) end();
    await all;
  });

  it.each([
    { whose: "people's", options: person },
    { whose: "a job's", options: write("job") },
  ])("never lets more of $whose calls leave in any second than the rate, and nearly as many", async ({ options }) => {
    const { leftAt } = await send(200, { options });
    expect(mostInASecond(leftAt)).toBe(20);
    expect(leftAt.at(-1)).toBeLessThan(200 * 50 * 1.03);
  });

  it.each([
    { whose: "people's", options: person },
    { whose: "a job's", options: write("job") },
  ])(
    "never has more of $whose calls arrive in any second than the rate, however uneven the way",
    async ({ options }) => {
      const random = mulberry(7);
      // Every thirtieth call is held up on its way; the others take some milliseconds there and back.
      const wayMs = (index: number) => (index % 30 === 29 ? 400 * random() : 5 + 15 * random());
      const { arrivedAt } = await send(400, { options, wayMs });
      expect(mostInASecond(arrivedAt)).toBe(20);
      expect(arrivedAt.at(-1)).toBeLessThan(400 * 50 * 1.1);
    },
  );

  it("never has more calls arrive in any second than the rate when the way gets quick again after slow minutes", async () => {
    const random = mulberry(11);
    const isSlow = (index: number) => index >= 30 && index < 640;
    const wayMs = (index: number) => (isSlow(index) ? 100 : 5) + 5 * random();
    const { arrivedAt } = await send(700, { options: person, wayMs });
    expect(mostInASecond(arrivedAt)).toBe(20);
  });

  it("never has more calls arrive in any second than the rate, by the fractions that a clock does not tell", async () => {
    const random = mulberry(13);
    const { arrivedAt } = await send(2_000, { options: person, wayMs: () => 5 + random(), timers: "early" });
    expect(mostInASecond(arrivedAt)).toBe(20);
  });

  it("lets a person's calls leave at once after a quiet time", async () => {
    const { limit, takenAt } = createLimit({ ratePerSecond: 20 });
    await Promise.all(Array.from({ length: 20 }, () => limit.run(doNothing, person)));
    expect(new Set(takenAt)).toEqual(new Set([0]));
  });

  it("frees the turn of a call that failed", async () => {
    const { limit } = createLimit({ concurrency: 1 });
    await expect(limit.run(() => Promise.reject(new Error("no")), person)).rejects.toThrow("no");
    expect(await limit.run(async () => "next", person)).toBe("next");
  });

  it.each([person, write("job")])("lets a caller leave the queue without running its work", async (options) => {
    const { limit } = createLimit({ concurrency: 1 });
    const first = deferred();
    const running = limit.run(() => first.promise, person);
    const leaving = new AbortController();
    let ran = false;
    const left = limit.run(
      async () => {
        ran = true;
      },
      { ...options, signal: leaving.signal },
    );
    leaving.abort(new Error("left"));
    await expect(left).rejects.toThrow("left");
    first.resolve();
    await running;
    expect(ran).toBe(false);
    expect(limit.queued()).toBe(0);
    expect(await limit.run(async () => "next", person)).toBe("next");
  });
});

describe("whose turn it is", () => {
  /** Names of calls in the order in which they were sent, one at a time. */
  async function orderOf(asked: readonly { name: string; job: string | null; isRead?: boolean }[], left = {}) {
    const { limit } = createLimit({ concurrency: 1 });
    for (const [job, calls] of Object.entries<number>(left)) limit.expect(job, calls);
    const order: string[] = [];
    const gate = deferred();
    const first = limit.run(() => gate.promise, person);
    const rest = asked.map(({ name, job, isRead = false }) =>
      limit.run(async () => void order.push(name), { signal, job, isRead }),
    );
    gate.resolve();
    await Promise.all([first, ...rest]);
    return order;
  }

  const many = (job: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `${job}${index}`, job }));

  it("is a person's before any job's, whoever came first", async () => {
    const order = await orderOf([...many("job", 5), { name: "person", job: null }]);
    expect(order[0]).toBe("person");
  });

  it("is the small job's before the large one's, which still gets every fourth", async () => {
    const order = await orderOf([...many("large", 20), ...many("small", 9)], { large: 10_000, small: 9 });
    expect(order.slice(0, 12).filter((name) => name.startsWith("large"))).toHaveLength(3);
    expect(order.findLastIndex((name) => name.startsWith("small"))).toBe(10);
  });

  it("goes round by fourths among large ones, so that none starves behind one that has less left", async () => {
    const order = await orderOf([...many("a", 40), ...many("b", 40), ...many("c", 40)], { a: 100, b: 500, c: 900 });
    const early = order.slice(0, 24).map((name) => name[0]);
    expect(early.filter((job) => job === "b").length).toBeGreaterThanOrEqual(2);
    expect(early.filter((job) => job === "c").length).toBeGreaterThanOrEqual(2);
  });

  it("is a job's read before its writes", async () => {
    const order = await orderOf([...many("job", 3), { name: "read", job: "job", isRead: true }]);
    expect(order[0]).toBe("read");
  });

  it("leaves one call at once to people", async () => {
    const { limit } = createLimit({ concurrency: 3 });
    const gate = deferred();
    const held = Array.from({ length: 10 }, () => limit.run(() => gate.promise, write("job")));
    await settle();
    expect(limit.underWay()).toBe(2);
    expect(await limit.run(async () => "at once", person)).toBe("at once");
    gate.resolve();
    await Promise.all(held);
  });
});

describe("when CodeArts says that it is called too often", () => {
  const refuse = { retryAfterMs: 3_000, underWay: 10 };

  it("jobs send nothing until it may be asked again, and then evenly at half the rate; people's go on", async () => {
    const { limit, clock, turns, takenAt } = createLimit({ ratePerSecond: 20 });
    const sendTen = () => Promise.all(Array.from({ length: 10 }, () => limit.run(doNothing, write("job"))));
    for (let count = 0; count < 5; count += 1) await sendTen();
    const refusedAt = clock.now();
    turns.noteRefusal({ sentAt: refusedAt - 10, ...refuse });
    expect(turns.heldUntil()).toBe(refusedAt + 3_000);
    await limit.run(doNothing, person);
    expect(takenAt.at(-1)).toBeLessThan(refusedAt + 500);
    takenAt.length = 0;
    await sendTen();
    expect(takenAt[0]).toBeGreaterThanOrEqual(refusedAt + 3_000);
    const gaps = takenAt.slice(1).map((at, index) => at - (takenAt[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(75);
    expect(Math.max(...gaps)).toBeLessThan(125);
  });

  it("calls that were on their way together count once", async () => {
    const { clock, turns } = createLimit({ ratePerSecond: 16 });
    for (let count = 0; count < 16; count += 1) turns.take(clock.now());
    clock.advanceBy(100);
    for (let count = 0; count < 5; count += 1) turns.noteRefusal({ sentAt: 0, ...refuse });
    clock.advanceBy(3_000);
    expect(turns.ratePerSecond()).toBe(8);
  });

  it("halves again for what was sent after the cut, and comes back to all that is allowed", async () => {
    const { clock, turns } = createLimit({ ratePerSecond: 16, concurrency: 8 });
    for (let count = 0; count < 16; count += 1) turns.take(clock.now());
    turns.noteRefusal({ sentAt: 0, retryAfterMs: null, underWay: 8 });
    expect(turns.concurrency()).toBe(4);
    turns.noteRefusal({ sentAt: 1, retryAfterMs: null, underWay: 4 });
    expect(turns.ratePerSecond()).toBeLessThanOrEqual(4);
    const rates = Array.from({ length: 90 }, () => {
      clock.advanceBy(1_000);
      return turns.ratePerSecond();
    });
    expect(rates).toEqual(rates.toSorted((left, right) => left - right));
    expect(rates.at(-1)).toBe(16);
    expect(turns.concurrency()).toBe(8);
  });

  it.each([
    { retryAfterMs: 5_000, heldMs: 5_000 },
    { retryAfterMs: null, heldMs: 1_000 },
    { retryAfterMs: 86_400_000, heldMs: 120_000 },
  ])("Retry-After of $retryAfterMs ms holds for $heldMs ms", ({ retryAfterMs, heldMs }) => {
    const { turns } = createLimit();
    turns.noteRefusal({ sentAt: 0, retryAfterMs, underWay: 1 });
    expect(turns.heldUntil()).toBe(heldMs);
  });
});

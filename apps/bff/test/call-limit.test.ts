import { describe, expect, it } from "vitest";
import { createAppClock } from "./test-clock.ts";
import { createCallLimit } from "../src/upstream/call-limit.ts";

const signal = new AbortController().signal;
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("createCallLimit", () => {
  it("lets no more than so many run at once, and the rest in the order in which they came", async () => {
    const limit = createCallLimit({ concurrency: 2, ratePerSecond: 1000, clock: createAppClock(0) });
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const work = (index: number) => async () => {
      started.push(index);
      await new Promise<void>((resolve) => ends.push(resolve));
    };
    const all = Promise.all([0, 1, 2, 3].map((index) => limit.run(signal, work(index))));
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

  it("sends no more than the rate in any second after the first burst", async () => {
    const clock = createAppClock(0);
    const limit = createCallLimit({ concurrency: 100, ratePerSecond: 10, clock });
    const sentAt: number[] = [];
    for (let index = 0; index < 50; index += 1) await limit.run(signal, async () => void sentAt.push(clock.now()));
    const windows = sentAt.map((start) => sentAt.filter((at) => at > start && at <= start + 1000).length);
    expect(sentAt.filter((at) => at === 0)).toHaveLength(10);
    expect(Math.max(...windows.slice(10))).toBeLessThanOrEqual(10);
    expect(sentAt.at(-1)).toBe(4000);
  });

  it("frees the turn of a call that failed", async () => {
    const limit = createCallLimit({ concurrency: 1, ratePerSecond: 1000, clock: createAppClock(0) });
    await expect(limit.run(signal, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await limit.run(signal, async () => "next")).toBe("next");
  });

  it("lets a caller leave the queue without running its work or losing a turn", async () => {
    const limit = createCallLimit({ concurrency: 1, ratePerSecond: 1000, clock: createAppClock(0) });
    const first = deferred();
    const running = limit.run(signal, () => first.promise);
    const leaving = new AbortController();
    let ran = false;
    const left = limit.run(leaving.signal, async () => {
      ran = true;
    });
    leaving.abort(new Error("left"));
    await expect(left).rejects.toThrow("left");
    first.resolve();
    await running;
    expect(ran).toBe(false);
    expect(await limit.run(signal, async () => "next")).toBe("next");
  });
});

function deferred() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

import { describe, expect, test } from "vitest";
import { mapAsCompleted, mapWithLimit, mergeAsCompleted } from "./concurrency.ts";

/** Work that ends when it is told to, so that the order of ends is the test's to choose. */
function createWork() {
  const started: number[] = [];
  const ends = new Map<number, () => void>();
  return {
    started,
    run: (input: number) => {
      started.push(input);
      return new Promise<number>((resolve) => ends.set(input, () => resolve(input * 10)));
    },
    end: async (input: number) => {
      ends.get(input)?.();
      await new Promise(setImmediate);
    },
  };
}

describe("work side by side", () => {
  test("never more than the limit runs, and answers keep the order of the inputs", async () => {
    const work = createWork();
    const all = mapWithLimit([1, 2, 3, 4], { limit: 2, run: work.run });
    expect(work.started).toEqual([1, 2]);
    await work.end(2);
    expect(work.started).toEqual([1, 2, 3]);
    for (const input of [3, 4, 1]) await work.end(input);
    expect(await all).toEqual([10, 20, 30, 40]);
  });

  test("after a failure nothing more is started", async () => {
    const started: number[] = [];
    const run = async (input: number) => {
      started.push(input);
      await Promise.resolve();
      if (input === 2) throw new Error("two");
      return input;
    };
    await expect(mapWithLimit([1, 2, 3, 4, 5, 6, 7, 8], { limit: 2, run })).rejects.toThrow("two");
    await new Promise(setImmediate);
    expect(started.length).toBeLessThan(8);
  });

  test("a stream gives each answer as it comes, and never runs more than the limit", async () => {
    const work = createWork();
    const stream = mapAsCompleted([1, 2, 3], { limit: 2, run: work.run });
    const first = stream.next();
    await work.end(2);
    expect(work.started).toEqual([1, 2]);
    expect(await first).toEqual({ done: false, value: 20 });
    const second = stream.next();
    await new Promise(setImmediate);
    expect(work.started).toEqual([1, 2, 3]);
    await work.end(3);
    expect((await second).value).toBe(30);
    const third = stream.next();
    await work.end(1);
    expect((await third).value).toBe(10);
    expect((await stream.next()).done).toBe(true);
  });

  test("a stream that fails says so to its listener", async () => {
    const run = async (input: number) => {
      if (input === 2) throw new Error("two");
      return input;
    };
    const listen = async () => {
      for await (const answer of mapAsCompleted([1, 2, 3], { limit: 3, run })) expect(answer).not.toBe(2);
    };
    await expect(listen()).rejects.toThrow("two");
  });

  test("streams side by side: what one gives does not wait for another, and no more than the limit run", async () => {
    const work = createWork();
    const stream = mergeAsCompleted([1, 2, 3], {
      limit: 2,
      run: async function* (input) {
        yield `${input} begins`;
        yield await work.run(input);
      },
    });
    const given = async (count: number) => {
      const answers = [];
      for (let index = 0; index < count; index += 1) answers.push((await stream.next()).value);
      return answers;
    };
    expect(await given(2)).toEqual(["1 begins", "2 begins"]);
    await work.end(2);
    expect(await given(2)).toEqual([20, "3 begins"]);
    await work.end(1);
    expect(await given(1)).toEqual([10]);
    await work.end(3);
    expect(await given(2)).toEqual([30, undefined]);
  });
});

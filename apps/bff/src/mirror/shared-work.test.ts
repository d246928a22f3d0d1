import { expect, test } from "vitest";
import { createSharedWork } from "./shared-work.ts";

const { signal } = new AbortController();

/** Work that ends when the test says so. */
const held = () => {
  let end: { resolve: (value: string) => void; reject: (error: unknown) => void } | undefined;
  const answer = new Promise<string>((resolve, reject) => {
    end = { resolve, reject };
  });
  return { answer, resolve: (value: string) => end?.resolve(value), reject: (error: unknown) => end?.reject(error) };
};

test("who comes while it is under way gets the same answer, and the work is done once", async () => {
  const shared = createSharedWork();
  const work = held();
  let runs = 0;
  const run = () => {
    runs += 1;
    return work.answer;
  };
  const both = Promise.all([shared.run("a", { signal, work: run }), shared.run("a", { signal, work: run })]);
  work.resolve("read");
  expect(await both).toEqual([
    { answer: "read", isOwn: true },
    { answer: "read", isOwn: false },
  ]);
  expect(runs).toBe(1);
});

test("the failure of the one who began is theirs alone: the next begins anew", async () => {
  const shared = createSharedWork();
  const leading = held();
  const leader = shared.run("a", { signal, work: () => leading.answer });
  const followers = ["second", "third"].map((name) => shared.run("a", { signal, work: async () => `by ${name}` }));
  leading.reject(new Error("may not"));
  await expect(leader).rejects.toThrow("may not");
  const answers = await Promise.all(followers);
  expect(answers.map(({ answer }) => answer)).toEqual(["by second", "by second"]);
});

test("work goes on for as long as somebody waits, and is stopped when nobody does", async () => {
  const shared = createSharedWork();
  const [first, second] = [new AbortController(), new AbortController()];
  let given: AbortSignal | undefined;
  const work = (stop: AbortSignal) => {
    given = stop;
    return held().answer;
  };
  const runs = [first, second].map(({ signal: own }) => shared.run("a", { signal: own, work }));
  const ends = Promise.allSettled(runs);
  first.abort(new Error("left"));
  await expect(runs[0]).rejects.toThrow("left");
  expect(given?.aborted).toBe(false);
  second.abort(new Error("left too"));
  await ends;
  expect(given?.aborted).toBe(true);
  const anew = await shared.run("a", { signal, work: async () => "anew" });
  expect(anew).toEqual({ answer: "anew", isOwn: true });
});

import { expect, test } from "vitest";
import { createReadAgain } from "./read-again.ts";

/** Readings and pauses that end when the test says so. */
function makeStage() {
  const reads: { end: () => void }[] = [];
  const pauses: { delayMs: number; end: () => void }[] = [];
  const note = createReadAgain({
    read: () => new Promise<void>((end) => reads.push({ end })),
    wait: (delayMs) => new Promise<void>((end) => pauses.push({ delayMs, end })),
    betweenMs: 500,
  });
  const turns = () => new Promise((next) => void setImmediate(next));
  return { reads, pauses, note, turns };
}

const news = (isOver = false) => ({ id: "a", isOver });

test("the first news are read at once; those that come meanwhile are one reading more, after a rest", async () => {
  const { reads, pauses, note, turns } = makeStage();
  note(news());
  expect(reads).toHaveLength(1);
  for (let times = 0; times < 20; times += 1) note(news());
  reads[0]?.end();
  await turns();
  expect(reads).toHaveLength(1);
  expect(pauses.map(({ delayMs }) => delayMs)).toEqual([500]);
  pauses[0]?.end();
  await turns();
  expect(reads).toHaveLength(2);
  reads[1]?.end();
  await turns();
  pauses[1]?.end();
  await turns();
  expect(reads).toHaveLength(2);
});

test("news during a reading, however early it began, lead to one that began after them", async () => {
  const { reads, pauses, note, turns } = makeStage();
  note(news());
  note(news(true));
  reads[0]?.end();
  await turns();
  pauses[0]?.end();
  await turns();
  expect(reads).toHaveLength(2);
});

test("the end is not waited for", async () => {
  const { reads, note, turns } = makeStage();
  note(news());
  reads[0]?.end();
  await turns();
  note(news(true));
  await turns();
  expect(reads).toHaveLength(2);
});

test("a reading that fails does not keep later news from being read", async () => {
  let times = 0;
  const note = createReadAgain({
    read: () => Promise.reject(new Error(`no ${(times += 1)}`)),
    wait: async () => undefined,
    betweenMs: 500,
  });
  note(news());
  await new Promise((next) => void setImmediate(next));
  note(news());
  expect(times).toBe(2);
});

import { expect, it } from "vitest";
import { createBatches } from "./in-batches.ts";

function makeStage() {
  const taken: number[][] = [];
  const pauses: (() => void)[] = [];
  const batches = createBatches<number>({
    take: (items) => taken.push([...items]),
    pause: (run) => pauses.push(run),
  });
  return { taken, batches, endPause: () => pauses.shift()?.(), pauses };
}

it("the first line is taken at once, those that come in the pause together after it", () => {
  const { taken, batches, endPause, pauses } = makeStage();
  for (const line of [1, 2, 3]) batches.add(line);
  expect(taken).toEqual([[1]]);
  endPause();
  expect(taken).toEqual([[1], [2, 3]]);
  batches.add(4);
  expect(taken).toHaveLength(2);
  endPause();
  expect(taken).toEqual([[1], [2, 3], [4]]);
  endPause();
  expect(pauses).toHaveLength(0);
  batches.add(5);
  expect(taken.at(-1)).toEqual([5]);
});

it("what waits at the end is handed over, once", () => {
  const { taken, batches, endPause } = makeStage();
  for (const line of [1, 2]) batches.add(line);
  batches.flush();
  endPause();
  expect(taken).toEqual([[1], [2]]);
});

import { endpoints } from "@gantry/api-contract";
import { printTable, ratio } from "../table.ts";
import { type BenchWorld, openBenchWorld } from "./bench-world.ts";
import { previewOf, startJob, type Wish } from "./run-change-set.ts";
import { waitForEnd } from "./wait-for-end.ts";

const CALLS_PER_SECOND = 100;
const LARGE = 9_000;
const SMALL_JOBS = 20;
const SMALL = 10;
const READS = 100;

/** Jobs of ten items and a person's reads: alone, and beside a job of 9,000 single calls. */
export async function benchOvertaking(): Promise<void> {
  const world = await openBenchWorld({ callsPerSecond: CALLS_PER_SECOND });
  const [person] = world.people;
  try {
    const alone = await measure(world, 0);
    const large = await previewOf(person, toEnd(world, { from: 0, count: LARGE }));
    const id = await startJob(person, { wish: toEnd(world, { from: 0, count: LARGE }), preview: large });
    const beside = await measure(world, 1);
    await person.client.call(endpoints.cancelChangeSet, { params: { id } });
    await waitForEnd(person, id);
    printTable(`Small beside large: R ${CALLS_PER_SECOND}, ${SMALL_JOBS} jobs of ${SMALL} items, ${READS} reads`, [
      { what: "last small job, s", alone: seconds(alone.lastMs), beside: seconds(beside.lastMs), goal: "+ 5 s" },
      { what: "first small job, s", alone: seconds(alone.firstMs), beside: seconds(beside.firstMs), goal: "+ 5 s" },
      {
        what: "reads p99, ms",
        alone: alone.readP99Ms.toFixed(0),
        beside: `${beside.readP99Ms.toFixed(0)} (${ratio(beside.readP99Ms, alone.readP99Ms)})`,
        goal: "2.00",
      },
    ]);
  } finally {
    await world.close();
  }
}

async function measure(world: BenchWorld, round: number) {
  const [person] = world.people;
  const firstItem = LARGE + round * SMALL_JOBS * SMALL;
  const wishes = Array.from({ length: SMALL_JOBS }, (_, index) =>
    toEnd(world, { from: firstItem + index * SMALL, count: SMALL }),
  );
  const previews = await Promise.all(wishes.map(async (wish) => ({ wish, preview: await previewOf(person, wish) })));
  const jobsMs = await Promise.all(
    previews.map(async (agreed) => {
      const startedAt = performance.now();
      await waitForEnd(person, await startJob(person, agreed));
      return performance.now() - startedAt;
    }),
  );
  const readsMs: number[] = [];
  for (let read = 0; read < READS; read += 1) {
    const startedAt = performance.now();
    await person.client.call(endpoints.listPlans, { params: { projectId: world.scrum.projectId }, query: {} });
    readsMs.push(performance.now() - startedAt);
  }
  return {
    firstMs: Math.min(...jobsMs),
    lastMs: Math.max(...jobsMs),
    readP99Ms: readsMs.toSorted((left, right) => left - right)[Math.ceil(READS * 0.99) - 1] ?? 0,
  };
}

function toEnd({ scrum }: BenchWorld, { from, count }: { from: number; count: number }): Wish {
  return {
    kind: "edit",
    projectId: scrum.projectId,
    planId: null,
    itemIds: scrum.itemIds.slice(from, from + count),
    edits: [{ how: "set", field: "end", value: "2030-06-28" }],
  };
}

function seconds(durationMs: number): string {
  return (durationMs / 1_000).toFixed(1);
}

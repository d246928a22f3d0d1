import { printTable } from "../table.ts";
import { type BenchWorld, LATENCY_MS, openBenchWorld } from "./bench-world.ts";
import { previewOf, type Wish } from "./run-change-set.ts";

const ITEMS = 1_000;
/** Far above what it takes, so that the latency alone counts. */
const CALLS_PER_SECOND = 500;

/** Previews of 1,000 items: the first pays for what is not known yet, the second is what a person meets again. */
export async function benchPreviewTime(): Promise<void> {
  const world = await openBenchWorld({ callsPerSecond: CALLS_PER_SECOND });
  try {
    const rows = [];
    for (const [name, wish] of Object.entries(wishesIn(world))) {
      const times = [];
      for (let count = 0; count < 2; count += 1) {
        const startedAt = performance.now();
        await previewOf(world.people[0], wish);
        times.push(Math.round(performance.now() - startedAt));
      }
      rows.push({ preview: name, "first, ms": times[0] ?? 0, "again, ms": times[1] ?? 0, goal: 2_000 });
    }
    printTable(`Previews of ${ITEMS} items, CodeArts answers after ${LATENCY_MS} ms`, rows);
  } finally {
    await world.close();
  }
}

function wishesIn({ scrum, ipd }: BenchWorld): Record<string, Wish> {
  const toEnd = (projectId: string, itemIds: readonly string[]): Wish => ({
    kind: "edit",
    projectId,
    planId: null,
    itemIds: itemIds.slice(0, ITEMS),
    edits: [{ how: "set", field: "end", value: "2030-06-28" }],
  });
  const { projectId, planId, spareIds } = scrum;
  return {
    "Scrum dates": toEnd(projectId, scrum.itemIds),
    "IPD dates": toEnd(ipd.projectId, ipd.itemIds),
    links: { kind: "link", projectId, planId, itemIds: spareIds.slice(0, ITEMS) },
  };
}

import { printTable, ratio } from "../table.ts";
import { type BenchWorld, ITEMS, openBenchWorld } from "./bench-world.ts";
import { type Run, runAtReplicas, type Wish } from "./run-change-set.ts";

type Kind = {
  name: string;
  callsPerSecond: number;
  /** So many change sets that together change all items. */
  wishes: (world: BenchWorld, parts: number) => Wish[];
  ipdPageLimit?: number;
};

/** Rates at which each takes some ten to fifty seconds; what counts is the ratio to what the rate allows. */
const KINDS: readonly Kind[] = [
  { name: "10,000 links", callsPerSecond: 10, wishes: links },
  { name: "10,000 IPD updates, pages of 200", callsPerSecond: 20, wishes: ipdUpdates },
  { name: "10,000 IPD updates, pages of 1,000", callsPerSecond: 20, wishes: ipdUpdates, ipdPageLimit: 1_000 },
  { name: "10,000 Scrum dates", callsPerSecond: 200, wishes: scrumDates },
];

/** At the second rate. */
const FEWER_ITEMS = 2_000;

/** Rows of two tables: time against what the rate allows, and the estimate against the time. */
export async function benchRatios(): Promise<void> {
  const rows: Record<string, string | number>[] = [];
  const estimates: Record<string, string | number>[] = [];
  for (const kind of KINDS) {
    for (const replicas of [1, 2]) {
      const { row, estimate } = await benchKind(kind, { replicas, items: ITEMS });
      rows.push(row);
      if (estimate !== null) estimates.push(estimate);
    }
  }
  for (const kind of KINDS.filter(({ ipdPageLimit }) => ipdPageLimit === undefined)) {
    const { estimate } = await benchKind({ ...kind, callsPerSecond: 100 }, { replicas: 1, items: FEWER_ITEMS });
    if (estimate !== null) estimates.push(estimate);
  }
  printTable("Change sets as fast as CodeArts allows (÷ R: calls of that sort ÷ the rate)", rows);
  printTable("Estimates of the preview", estimates);
}

async function benchKind(kind: Kind, { replicas, items }: { replicas: number; items: number }) {
  const { callsPerSecond, ipdPageLimit } = kind;
  const world = await openBenchWorld({
    callsPerSecond,
    replicas,
    simulator: ipdPageLimit === undefined ? {} : { ipdPageLimit },
  });
  try {
    const wishes = kind.wishes(world, replicas).map((wish) => ({ ...wish, itemIds: wish.itemIds.slice(0, items) }));
    await warmUp(world, kind);
    const { runs, jobMs, seen } = await runAtReplicas(world, wishes);
    const writeRatio = jobMs / ((seen.writes / callsPerSecond) * 1_000);
    const callRatio = jobMs / ((seen.calls / callsPerSecond) * 1_000);
    const row = {
      "what, R a second, replicas": `${kind.name}, ${callsPerSecond}, ${replicas}`,
      applied: runs.reduce((sum, { applied }) => sum + applied, 0),
      writes: seen.writes,
      reads: seen.calls - seen.writes,
      s: (jobMs / 1_000).toFixed(1),
      "÷ writes": writeRatio.toFixed(2),
      "÷ all calls": callRatio.toFixed(2),
      "most in a second": seen.mostInASecond,
      refused: seen.refused,
    };
    process.stderr.write(`${Object.values(row).join("  ")}\n`);
    const [run] = runs;
    return { row, estimate: runs.length > 1 || run === undefined ? null : estimateRow(run, { kind, items }) };
  } finally {
    await world.close();
  }
}

function estimateRow(run: Run, { kind, items }: { kind: Kind; items: number }) {
  return {
    "what, R a second": `${kind.name.replace("10,000", items.toLocaleString("en"))}, ${kind.callsPerSecond}`,
    "estimate s": (run.estimateMs / 1_000).toFixed(1),
    "actual s": (run.jobMs / 1_000).toFixed(1),
    ratio: ratio(run.estimateMs, run.jobMs),
  };
}

/** Estimates learn from calls: one change set of each sort goes before. */
async function warmUp(world: BenchWorld, kind: Kind): Promise<void> {
  const wishes = kind.wishes(world, 1).map((wish) => ({ ...wish, itemIds: wish.itemIds.slice(-WARM_UP_ITEMS) }));
  await runAtReplicas(world, wishes.map(otherValue));
}

const WARM_UP_ITEMS = 20;

function otherValue(wish: Wish): Wish {
  if (wish.kind === "link") return wish;
  return { ...wish, edits: wish.edits.map((edit) => ("value" in edit ? { ...edit, value: "2027-01-04" } : edit)) };
}

function links({ scrum }: BenchWorld, parts: number): Wish[] {
  const { projectId, planId, spareIds } = scrum;
  return split(spareIds.slice(0, ITEMS + WARM_UP_ITEMS), parts).map((itemIds) => ({
    kind: "link",
    projectId,
    planId,
    itemIds,
  }));
}

function scrumDates({ scrum }: BenchWorld, parts: number): Wish[] {
  return split(scrum.itemIds, parts).map((itemIds) => toEnd(scrum.projectId, itemIds));
}

function ipdUpdates({ ipd }: BenchWorld, parts: number): Wish[] {
  return split(ipd.itemIds, parts).map((itemIds) => toEnd(ipd.projectId, itemIds));
}

function toEnd(projectId: string, itemIds: string[]): Wish {
  return {
    kind: "edit",
    projectId,
    planId: null,
    itemIds,
    edits: [{ how: "set", field: "end", value: "2030-06-28" }],
  };
}

function split(ids: readonly string[], parts: number): string[][] {
  const size = Math.ceil(ids.length / parts);
  return Array.from({ length: parts }, (_, index) => ids.slice(index * size, (index + 1) * size));
}

import { printTable, ratio } from "../table.ts";
import { type BenchWorld, ITEMS, openBenchWorld } from "./bench-world.ts";
import { runAtReplicas, type Wish } from "./run-change-set.ts";

type Kind = {
  what: string;
  callsPerSecond: number;
  /** So many change sets that together change all items. */
  wishes: (world: BenchWorld, parts: number) => Wish[];
  ipdPageLimit?: number;
};

/** Rates at which each takes some twenty to fifty seconds; what counts is the ratio to what the rate allows. */
const KINDS = {
  links: [{ what: "links", callsPerSecond: 5, wishes: links }],
  ipd: [
    // No document names a limit of this page; Gantry asks for 2,000 rows, then for fewer.
    { what: "IPD dates", callsPerSecond: 5, wishes: ipdRequirements, ipdPageLimit: 2_000 },
    { what: "IPD dates, all categories", callsPerSecond: 10, wishes: ipdDates, ipdPageLimit: 2_000 },
    { what: "IPD dates, pages of 200", callsPerSecond: 10, wishes: ipdRequirements },
  ],
  scrum: [{ what: "Scrum dates", callsPerSecond: 200, wishes: scrumDates }],
} as const satisfies Record<string, readonly Kind[]>;

/** At the second rate, by one replica. */
const FEWER = { items: 2_000, callsPerSecond: 100 };

/** Time against what the rate allows, on one replica and on two, and the preview's estimate against the time. */
export async function benchRatios(name: keyof typeof KINDS): Promise<void> {
  const rows: Record<string, string | number>[] = [];
  for (const kind of KINDS[name]) {
    rows.push(await benchKind(kind, { replicas: 1, jobs: 1, items: ITEMS }));
    rows.push(await benchKind(kind, { replicas: 2, jobs: 1, items: ITEMS }));
    // The same changes from two people at once, at a replica each.
    rows.push(await benchKind(kind, { replicas: 2, jobs: 2, items: ITEMS }));
  }
  const { items, callsPerSecond } = FEWER;
  rows.push(await benchKind({ ...KINDS[name][0], callsPerSecond }, { replicas: 1, jobs: 1, items }));
  printTable("Change sets as fast as CodeArts allows (÷: time to calls of that sort ÷ the rate)", rows);
}

async function benchKind(kind: Kind, { replicas, jobs, items }: { replicas: number; jobs: number; items: number }) {
  const { callsPerSecond, ipdPageLimit } = kind;
  const world = await openBenchWorld({
    callsPerSecond,
    replicas,
    simulator: ipdPageLimit === undefined ? {} : { ipdPageLimit },
  });
  try {
    const wishes = kind.wishes(world, jobs).map((wish) => ({ ...wish, itemIds: wish.itemIds.slice(0, items) }));
    await warmUp(world, kind);
    const { applied, jobMs, estimateMs, seen } = await runAtReplicas(world, wishes);
    const allowedMs = (calls: number) => (calls / callsPerSecond) * 1_000;
    return {
      what: kind.what,
      "R a second": callsPerSecond,
      replicas,
      jobs,
      applied,
      writes: seen.writes,
      reads: seen.calls - seen.writes,
      s: (jobMs / 1_000).toFixed(1),
      "÷ writes": ratio(jobMs, allowedMs(seen.writes)),
      "÷ all calls": ratio(jobMs, allowedMs(seen.calls)),
      "most in 1 s": seen.mostInASecond,
      refused: seen.refused,
      // A preview knows nothing of what begins elsewhere at the same moment.
      "foretold s": jobs > 1 ? "" : (estimateMs / 1_000).toFixed(1),
      "foretold ÷ taken": jobs > 1 ? "" : ratio(estimateMs, jobMs),
    };
  } finally {
    await world.close();
  }
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

/** Two hundred calls: a call changes fifty items of one category. */
function ipdRequirements({ ipd }: BenchWorld, parts: number): Wish[] {
  return split(ipd.requirementIds, parts).map((itemIds) => toEnd(ipd.projectId, itemIds));
}

/** Some calls more, since each category's last one is not full. */
function ipdDates({ ipd }: BenchWorld, parts: number): Wish[] {
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

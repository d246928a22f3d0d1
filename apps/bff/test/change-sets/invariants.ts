import { LINK_FIELD, type ChangeResult } from "@gantry/api-contract";
import type { LedgerEntry, Simulator } from "@gantry/codearts-simulator";

const OURS: ReadonlySet<string> = new Set(["linkIssues", "batchEditIssues", "updateIssue", "batchUpdateIpdIssues"]);
const FINAL: ReadonlySet<string> = new Set(["applied", "unchanged", "failed", "conflict", "unknown", "cancelled"]);

/** Wire names under which a change of ours can stand in the simulator's ledger. */
const WIRE_NAMES: Readonly<Record<string, readonly string[]>> = {
  title: ["name", "title"],
  assignee: ["assigned_to_id", "assignee"],
  status: ["status_id", "status"],
  priority: ["priority_id", "priority"],
  severity: ["severity_id", "severity"],
  start: ["begin_time", "plan_start_date"],
  end: ["end_time", "plan_end_date"],
  progress: ["done_ratio"],
  sprint: ["iteration_id", "plan_iteration"],
};

/**
 * Checks what a finished change set says against CodeArts' own book of what was applied (reliability goals, INV1–INV5).
 * @returns every breach in words; empty = all hold
 */
export function findBreaches(
  simulator: Simulator,
  options: {
    results: readonly ChangeResult[];
    projectId: string;
    planId: string | null;
    submitted: number;
    /** Only what was written after so many entries of the book. */
    after?: number;
  },
): string[] {
  const { results, projectId, planId, submitted } = options;
  const written = simulator.ledger
    .all()
    .slice(options.after ?? 0)
    .filter((entry) => OURS.has(entry.operation));
  const breaches: string[] = [];
  if (results.length !== submitted)
    breaches.push(`INV1: ${submitted} changes were agreed to, ${results.length} are there`);
  const keys = new Set(results.map((result) => `${result.itemId}/${result.field}`));
  if (keys.size !== results.length) breaches.push("INV1: a change stands there twice");
  const writesOf = new Map<string, LedgerEntry[]>();
  for (const entry of written) {
    for (const itemId of entry.itemIds) writesOf.set(itemId, [...(writesOf.get(itemId) ?? []), entry]);
  }
  for (const result of results) {
    const name = `${result.itemId}/${result.field}`;
    const times = (writesOf.get(result.itemId) ?? []).filter((entry) => isOf(entry, result)).length;
    if (!FINAL.has(result.outcome)) breaches.push(`INV1: ${name} is still ${result.outcome}`);
    if (result.outcome === "applied" && times < 1) breaches.push(`INV2: ${name} counts as applied and was not`);
    if (isNeverApplied(result) && times > 0) breaches.push(`INV2: ${name} is ${result.outcome} and was applied`);
    if (times > 1) breaches.push(`INV3: ${name} was applied ${times} times`);
  }
  const submittedIds = new Set(results.map((result) => result.itemId));
  for (const entry of written) {
    const foreign = entry.itemIds.filter((id) => !submittedIds.has(id));
    if (foreign.length > 0) breaches.push(`INV5: ${foreign.join(", ")} was never submitted`);
    if (entry.projectId !== projectId) breaches.push(`INV5: project ${entry.projectId} was written`);
    if (entry.operation === "linkIssues" && entry.planId !== planId)
      breaches.push(`INV5: plan ${entry.planId} was written`);
  }
  return breaches;
}

/** Breaches by what they mean to a person. */
export function tally(breaches: readonly string[]): { lost: number; doubled: number; foreign: number } {
  const of = (...invariants: string[]) => breaches.filter((text) => invariants.includes(text.slice(0, 4))).length;
  return { lost: of("INV1", "INV2"), doubled: of("INV3"), foreign: of("INV5") };
}

/** INV4: with read-back, nothing stays in doubt. */
export function countUnknown(results: readonly ChangeResult[]): number {
  return results.filter((result) => result.outcome === "unknown").length;
}

function isOf(entry: LedgerEntry, { field }: ChangeResult): boolean {
  if (field === LINK_FIELD) return entry.operation === "linkIssues";
  return (WIRE_NAMES[field] ?? [field]).some((name) => name in entry.fields);
}

/** `conflict` is left out: what we wrote may have been written over by somebody since. */
function isNeverApplied({ outcome }: ChangeResult): boolean {
  return outcome === "failed" || outcome === "cancelled" || outcome === "unchanged";
}

import type { Simulator } from "@gantry/codearts-simulator";

/** What CodeArts saw since an instant: every call, and the most of them in any one second. */
export type Seen = { calls: number; writes: number; refused: number; mostInASecond: number };

export function seenSince(simulator: Simulator, startMs: number): Seen {
  const calls = simulator.ledger.received().filter(({ at }) => at >= startMs);
  const instants = calls.map(({ at }) => at).toSorted((left, right) => left - right);
  let mostInASecond = 0;
  let first = 0;
  for (const [index, at] of instants.entries()) {
    while ((instants[first] ?? at) <= at - 1_000) first += 1;
    mostInASecond = Math.max(mostInASecond, index - first + 1);
  }
  return {
    calls: calls.length,
    writes: calls.filter(({ operation }) => WRITES.has(operation)).length,
    refused: calls.filter(({ status }) => status === 429).length,
    mostInASecond,
  };
}

const WRITES: ReadonlySet<string> = new Set(["linkIssues", "updateIssue", "batchUpdateIpdIssues"]);
